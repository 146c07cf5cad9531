package io.gatehouse.bootstrap.project;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.application.project.Policies;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.PhoneNumber;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredPoliciesTest {

    @Test
    void without_configuration_the_policies_are_the_defaults_of_the_api() {
        assertThat(policies(Map.of())).isEqualTo(Policies.DEFAULT);
    }

    @Test
    void configured_policies_are_used() {
        var policies = policies(Map.of(
                "session-duration", "1H",
                "session-limit", "3",
                "password-strength.symbols", "true",
                "emails.refuse-free", "true",
                "validity.email-code", "5M",
                "mock-numbers", "+4915112345678:000042, +14155550100:123456",
                "strict", "true"));
        assertThat(policies.sessions().duration()).isEqualTo(Duration.ofHours(1));
        assertThat(policies.sessions().limit()).isEqualTo(3);
        assertThat(policies.passwords().strength().symbols()).isTrue();
        assertThat(policies.emails().noFree()).isTrue();
        assertThat(policies.validity().emailCode()).isEqualTo(Duration.ofMinutes(5));
        assertThat(policies.mockNumbers())
                .containsOnly(
                        Map.entry(new PhoneNumber("+4915112345678"), new Secret("000042")),
                        Map.entry(new PhoneNumber("+14155550100"), new Secret("123456")));
        assertThat(policies.strict()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "session-duration, 59S",
        "session-limit, 101",
        "session-limit, -1",
        "password-history, 21",
        "password-strength.min, 7",
        "password-strength.min, 257",
        "user-limit, 10001",
        "mock-numbers, +4915112345678:12345",
        "mock-numbers, 015112345678:123456",
    })
    void invalid_policies_are_refused_by_name(String property, String value) {
        assertThatThrownBy(() -> policies(Map.of(property, value)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("gatehouse.projects.shop.policies." + property);
    }

    private static Policies policies(Map<String, String> configured) {
        var properties = new HashMap<String, String>();
        properties.put("gatehouse.projects.shop.name", "Shop");
        configured.forEach((name, value) -> properties.put("gatehouse.projects.shop.policies." + name, value));
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(GatehouseConfig.class)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(GatehouseConfig.class);
        return ConfiguredPolicies.of(
                "shop", requireNonNull(config.projects().get("shop")).policies());
    }
}
