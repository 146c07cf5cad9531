package io.gatehouse.application.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.session.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every promise of {@link UserAgents}. */
public abstract class UserAgentsContract {

    protected abstract UserAgents userAgents();

    @Test
    void an_absent_header_is_an_unknown_client() {
        assertThat(userAgents().describe(UserAgent.of(""))).isEqualTo(Client.UNKNOWN);
    }

    @Test
    void text_that_is_not_a_user_agent_is_an_unknown_client() {
        assertThat(userAgents().describe(UserAgent.of("/"))).isEqualTo(Client.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "/",
                "\u0000",
                "((((((((",
                "Android ",
                "Opera Mini/att/",
                "0.",
                "Chrome/99999999999999999999."
            })
    void every_text_is_accepted(String part) {
        assertThat(userAgents().describe(UserAgent.of(part.repeat(300)))).isNotNull();
    }
}
