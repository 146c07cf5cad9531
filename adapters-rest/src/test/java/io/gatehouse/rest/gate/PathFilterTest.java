package io.gatehouse.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/account",
                "/v1/account/",
                "//v1//account",
                "/v1/%61ccount",
                "/v1/account/sessions/a.b",
                "/v1/account/sessions/...",
                "/v1/account/sessions/.hidden",
                "/v1/account/sessions/a%2Eb",
                "/v1/account/sessions/%C3%A4",
                "/.well-known/jwks.json"
            })
    void a_path_with_one_reading_is_routed(String path) {
        assertThat(PathFilter.isAmbiguous(path)).isFalse();
    }

    @NullSource
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1;a=b/account",
                "/v1/account;",
                "/v1\\account",
                "/v1/./account",
                "/v1/../q/metrics",
                "/v1/account/..",
                "/v1/account/.",
                "/v1/%2e%2E/q/metrics",
                "/v1/.%2e/account",
                "/v1%2faccount",
                "/v1/account%3Bx",
                "/v1/account%5C",
                "/v1/%zz",
                "/v1/%",
                "/v1/%4"
            })
    void a_path_with_several_readings_is_not(String path) {
        assertThat(PathFilter.isAmbiguous(path)).isTrue();
    }
}
