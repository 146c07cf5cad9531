package io.gatehouse.rest.gate;

import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.RestFixtures.SESSION;
import static io.gatehouse.rest.gate.GateFixture.JWT_OF_ALICE;
import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.ChallengeRequired;
import io.gatehouse.domain.Refusal.RateLimitExceeded;
import io.gatehouse.rest.RestFixtures;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sensitive endpoints need an MFA challenge passed within the last 30 minutes, by rules that differ between endpoints.
 */
class GateChallengeTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void a_challenge_counts_for_thirty_minutes() {
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.refusal("readRecoveryCodes")).isEqualTo(new ChallengeRequired());
        gate.setSession(RestFixtures.session(NOON.minus(Duration.ofMinutes(30)), "password"));
        assertThat(gate.admitted("readRecoveryCodes").presentedSession()).isEqualTo(gate.session());
        gate.setSession(RestFixtures.session(NOON.minus(Duration.ofMinutes(30)).minusMillis(1), "password"));
        assertThat(gate.refusal("readRecoveryCodes")).isEqualTo(new ChallengeRequired());
    }

    @Test
    void a_challenge_passed_in_the_session_of_a_jwt_does_not_count_for_the_jwt() {
        gate.setSession(RestFixtures.session(NOON, "password"));
        gate.send("X-Appwrite-JWT", JWT_OF_ALICE);
        assertThat(gate.refusal("readRecoveryCodes")).isEqualTo(new ChallengeRequired());
    }

    @Test
    void a_code_sent_with_the_request_replaces_the_challenge_where_the_endpoint_verifies_it_and_is_counted() {
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.refusal("deleteAuthenticator")).isEqualTo(new ChallengeRequired());
        assertThat(gate.refusal("deleteAuthenticator")).isEqualTo(new ChallengeRequired());
        gate.sendBody("otp=");
        assertThat(gate.refusal("deleteAuthenticator")).isEqualTo(new ChallengeRequired());
        assertThat(gate.counted()).isEmpty();
        assertThat(gate.responseHeaders().contains("X-RateLimit-Limit")).isFalse();
        gate.sendBody("otp=123456");
        assertThat(gate.admitted("deleteAuthenticator").presentedSession()).isEqualTo(SESSION);
        assertThat(gate.responseHeaders().get("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(gate.counted()).containsOnlyKeys("demo DELETE /v1/test/authenticator caller:alice");
        assertThat(gate.refusal("deleteAuthenticator")).isEqualTo(new RateLimitExceeded());
    }

    @ParameterizedTest
    @CsvSource({"demo, true", "strict, false"})
    void changing_factors_needs_no_challenge_in_lax_projects_nor_without_mfa(String project, boolean mfa) {
        gate.setAccount(RestFixtures.alice(new ProjectId(project), mfa));
        gate.setSession(RestFixtures.session(null, "password", "totp"));
        gate.send("X-Appwrite-Project", project).send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.admitted("createAuthenticator").account()).isEqualTo(gate.account());
    }

    @Test
    void changing_factors_needs_a_challenge_in_strict_projects_with_mfa() {
        gate.setAccount(RestFixtures.alice(new ProjectId("strict"), true));
        gate.setSession(RestFixtures.session(null, "password", "totp"));
        gate.send("X-Appwrite-Project", "strict").send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.refusal("createAuthenticator")).isEqualTo(new ChallengeRequired());
        assertThat(gate.counted()).hasSize(1);
        gate.setSession(RestFixtures.session(NOON, "password", "totp"));
        assertThat(gate.admitted("createAuthenticator").account()).isEqualTo(gate.account());
    }
}
