package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserAgentTest {

    @Test
    void a_missing_header_has_a_name() {
        assertThat(UserAgent.of("")).isEqualTo(UserAgent.UNKNOWN);
    }

    @Test
    void a_header_is_kept_as_sent() {
        assertThat(UserAgent.of("curl/8.5.0").value()).isEqualTo("curl/8.5.0");
        assertThat(UserAgent.of("a".repeat(512)).value()).isEqualTo("a".repeat(512));
    }

    @Test
    void a_long_header_is_cut_between_characters() {
        assertThat(UserAgent.of("a".repeat(513)).value()).isEqualTo("a".repeat(512));
        assertThat(UserAgent.of("a" + "🔑".repeat(512)).value()).isEqualTo("a" + "🔑".repeat(511));
    }
}
