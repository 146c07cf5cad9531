package io.gatehouse.rest.gate;

import static io.gatehouse.rest.RestFixtures.ALICE_WITH_MFA;
import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.RestFixtures.SESSION;
import static io.gatehouse.rest.gate.GateFixture.JWT_OF_ALICE;
import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.MoreFactorsRequired;
import io.gatehouse.domain.Refusal.UnknownOrigin;
import io.gatehouse.rest.RestFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A session that lacks the second factor its user requires is incomplete: it reaches only the endpoints that complete
 * it.
 */
class GateFactorsTest {

    private final GateFixture gate = new GateFixture();

    @ParameterizedTest
    @ValueSource(
            strings = {"getAccount", "signIn", "redeemToken", "createPushTarget", "readRecoveryCodes", "unknownRoute"})
    void an_incomplete_session_is_refused_after_an_unknown_origin_and_is_not_counted(String endpoint) {
        gate.setAccount(ALICE_WITH_MFA);
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.refusal(endpoint)).isEqualTo(new MoreFactorsRequired(false));
        assertThat(gate.counted()).isEmpty();
        gate.send("Origin", "https://evil.com");
        assertThat(gate.refusal(endpoint)).isInstanceOf(UnknownOrigin.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"listFactors", "getPublicKeys"})
    void an_incomplete_session_reaches_what_completes_it_and_what_is_open_to_anyone(String endpoint) {
        gate.setAccount(ALICE_WITH_MFA);
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.admitted(endpoint).presentedSession()).isEqualTo(SESSION);
    }

    @Test
    void one_factor_completes_a_session_without_mfa_and_two_different_ones_with_mfa() {
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.admitted("getAccount").presentedSession()).isEqualTo(SESSION);
        gate.setAccount(ALICE_WITH_MFA);
        gate.setSession(RestFixtures.session(null, "email", "email"));
        assertThat(gate.refusal("getAccount")).isEqualTo(new MoreFactorsRequired(true));
        gate.setSession(RestFixtures.session(null, "email", "phone"));
        assertThat(gate.admitted("getAccount").presentedSession()).isEqualTo(gate.session());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"getAccount", "signIn", "redeemToken", "createPushTarget", "readRecoveryCodes", "unknownRoute"})
    void a_jwt_of_an_incomplete_session_is_refused_and_is_not_counted(String endpoint) {
        gate.setAccount(ALICE_WITH_MFA);
        gate.send("X-Appwrite-JWT", JWT_OF_ALICE);
        assertThat(gate.refusal(endpoint)).isEqualTo(new MoreFactorsRequired(false));
        assertThat(gate.counted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"listFactors", "getPublicKeys"})
    void a_jwt_of_an_incomplete_session_reaches_what_that_session_reaches(String endpoint) {
        gate.setAccount(ALICE_WITH_MFA);
        gate.send("X-Appwrite-JWT", JWT_OF_ALICE);
        assertThat(gate.admitted(endpoint).isByJwt()).isTrue();
    }

    @Test
    void a_jwt_is_admitted_again_once_its_session_is_complete() {
        gate.setAccount(ALICE_WITH_MFA);
        gate.send("X-Appwrite-JWT", JWT_OF_ALICE);
        assertThat(gate.refusal("getAccount")).isEqualTo(new MoreFactorsRequired(false));
        gate.setSession(RestFixtures.session(NOON, "password", "totp"));
        assertThat(gate.admitted("getAccount").isByJwt()).isTrue();
    }
}
