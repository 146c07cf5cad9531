package io.gatehouse.rest.gate;

import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.AuthMethodIsOff;
import io.gatehouse.domain.Refusal.ServiceIsOff;
import org.junit.jupiter.api.Test;

/** Services and sign-in methods that are switched off in the project are refused. */
class GateSwitchesTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void a_service_that_is_off_is_refused_before_a_missing_scope() {
        gate.send("X-Appwrite-Project", "closed");
        assertThat(gate.refusal("getAccount")).isEqualTo(new ServiceIsOff());
    }

    @Test
    void a_sign_in_method_that_is_off_is_refused_before_an_open_session() {
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.refusal("signInWithCode")).isEqualTo(new AuthMethodIsOff());
    }
}
