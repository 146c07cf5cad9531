package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserAgentTest {

    @Test
    void a_missing_header_is_an_unknown_user_agent() {
        assertThat(UserAgent.of("")).isEqualTo(UserAgent.UNKNOWN);
    }

    @Test
    void a_header_is_stored_as_sent() {
        assertThat(UserAgent.of("curl/8.5.0").value()).isEqualTo("curl/8.5.0");
        assertThat(UserAgent.of("a".repeat(512)).value()).isEqualTo("a".repeat(512));
        assertThat(UserAgent.of("a🔑").value()).isEqualTo("a🔑");
    }

    @Test
    void a_long_header_is_truncated_between_characters() {
        assertThat(UserAgent.of("a".repeat(513)).value()).isEqualTo("a".repeat(512));
        assertThat(UserAgent.of("a" + "🔑".repeat(512)).value()).isEqualTo("a" + "🔑".repeat(511));
    }
}
