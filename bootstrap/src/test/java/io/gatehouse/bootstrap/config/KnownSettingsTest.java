package io.gatehouse.bootstrap.config;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMappings.ConfigClass;
import org.junit.jupiter.api.Test;

class KnownSettingsTest {

    @Test
    void settings_are_what_smallrye_config_maps() {
        var mapped =
                ConfigClass.configClass(GatehouseConfig.class).getProperties().keySet();
        var settings = KnownSettings.of(GatehouseConfig.class).stream()
                .map(Setting::name)
                .map(name -> name.replaceFirst("(\\.auth|\\.services)\\.[a-z-]+$", "$1.*"))
                .collect(toSet());
        assertThat(settings).isEqualTo(mapped);
    }
}
