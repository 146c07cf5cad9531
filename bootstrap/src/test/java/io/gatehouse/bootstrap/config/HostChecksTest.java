package io.gatehouse.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostChecksTest {

    private static final String PLATFORM = "gatehouse.projects.shop.platforms.web.hostname";
    private static final String OWN = "gatehouse.hostnames";
    private static final String MAGIC_URL = "gatehouse.magic-url";

    @Test
    void the_defaults_are_accepted_on_any_port_of_the_service() {
        for (var port : new String[] {"0", "8080", "65535"}) {
            assertThatCode(() -> check(Map.of("quarkus.http.port", port))).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "app.example.com",
                "my_app",
                "*",
                "*.example.com",
                "127.0.0.1",
                "[::1]",
                "b\u00fccher.example",
                "XN--BCHER-KVA.example"
            })
    void names_addresses_and_wildcards_are_hosts(String host) {
        assertThatCode(() -> check(Map.of(PLATFORM, host, OWN, host))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:3000",
                "localhost:99999",
                "localhost:",
                "https://app.example.com",
                "app.example.com/path",
                "user@app.example.com",
                "[::1]:3000",
                "::1",
                "app example",
                "a.*.example.com",
                "*example.com"
            })
    void a_host_with_anything_else_is_refused_by_name(String host) {
        assertRefused(PLATFORM, host);
        assertRefused(OWN, host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com/in?x=1#y",
                "http://localhost:1",
                "http://my_app:65535/in",
                "http://[::1]:3000",
                "appwrite-callback-demo://in",
                "myapp:in"
            })
    void the_page_of_magic_links_may_have_any_possible_port(String url) {
        assertThatCode(() -> check(Map.of(MAGIC_URL, url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:99999/in",
                "http://localhost:65536",
                "http://localhost:/in",
                "http://localhost:-1",
                "http://localhost:port",
                "http://[::1]:99999",
                "http://user@localhost/",
                "/in",
                "localhost"
            })
    void any_other_page_of_magic_links_is_refused(String url) {
        assertRefused(MAGIC_URL, url);
    }

    private static void assertRefused(String property, String value) {
        assertThatThrownBy(() -> check(Map.of(property, value)))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining(property)
                .hasMessageContaining(value);
    }

    private static void check(Map<String, String> properties) {
        HostChecks.run(new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(GatehouseConfig.class)
                .withDefaultValues(properties)
                .build()
                .getConfigMapping(GatehouseConfig.class));
    }
}
