package io.gatehouse.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KnownSettingsFilterTest {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(quarkus\\.mailer\\.[a-z-]+)");

    @Test
    void exactly_the_settings_that_are_read_are_not_warned_of() throws IOException {
        var properties = new Properties();
        try (var file = KnownSettingsFilter.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        }
        var read = properties.values().stream()
                .flatMap(value -> REFERENCE.matcher(value.toString()).results())
                .map(reference -> reference.group(1))
                .collect(Collectors.toSet());
        assertThat(KnownSettingsFilter.READ).isEqualTo(read);
    }
}
