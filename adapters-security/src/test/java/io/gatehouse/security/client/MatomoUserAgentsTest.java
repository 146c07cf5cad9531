package io.gatehouse.security.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.application.client.UserAgents;
import io.gatehouse.application.client.UserAgentsContract;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.session.Client;
import io.gatehouse.security.ResourceLines;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MatomoUserAgentsTest extends UserAgentsContract {

    private static final MatomoUserAgents USER_AGENTS = new MatomoUserAgents();

    @Override
    protected UserAgents userAgents() {
        return USER_AGENTS;
    }

    static Stream<Arguments> agents() {
        return ResourceLines.of("agents.txt", MatomoUserAgentsTest.class).stream()
                .map(line -> line.split("\\|", -1))
                .map(f -> arguments(
                        f[0], new Client(f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11], f[12])));
    }

    @ParameterizedTest
    @MethodSource("agents")
    void agents_are_described_as_the_api_publishes(String agent, Client expected) {
        assertThat(USER_AGENTS.describe(UserAgent.of(agent))).isEqualTo(expected);
    }
}
