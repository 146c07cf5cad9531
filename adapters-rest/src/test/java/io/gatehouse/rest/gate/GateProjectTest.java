package io.gatehouse.rest.gate;

import static io.gatehouse.rest.gate.GateFixture.JWT_OF_ALICE;
import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.JwtIsInvalid;
import io.gatehouse.domain.Refusal.ProjectNotFound;
import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Refusal.ServiceIsOff;
import org.junit.jupiter.api.Test;

/** A request addresses a project by parameter or header, and credentials are valid in their own project only. */
class GateProjectTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void a_project_parameter_takes_precedence_over_the_header() {
        gate.send("Content-Type", "application/json");
        gate.sendBody("{\"project\":\"closed\"}");
        assertThat(gate.refusal("signIn")).isEqualTo(new ServiceIsOff());
    }

    @Test
    void an_unknown_project_is_refused_before_an_unknown_key() {
        gate.send("X-Appwrite-Project", "nobody");
        gate.send("X-Appwrite-Key", "wrong");
        assertThat(gate.refusal("getAccount")).isEqualTo(new ProjectNotFound());
    }

    @Test
    void an_unknown_project_is_refused_before_an_invalid_jwt() {
        gate.send("X-Appwrite-Project", "nobody").send("X-Appwrite-JWT", "forged");
        assertThat(gate.refusal("getAccount")).isEqualTo(new ProjectNotFound());
    }

    @Test
    void a_session_of_one_project_is_unknown_in_another() {
        gate.send("Cookie", "a_session_demo=" + SESSION_OF_ALICE);
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        gate.send("X-Appwrite-Project", "closed");
        assertThat(gate.refusal("signInWithCode")).isEqualTo(new ServiceIsOff());
        gate.send("X-Appwrite-Project", "other");
        assertThat(gate.refusal("getAccount")).isEqualTo(new ScopeMissing("User", "guests", "account"));
    }

    @Test
    void a_jwt_of_one_project_is_invalid_in_another() {
        gate.send("X-Appwrite-JWT", JWT_OF_ALICE);
        gate.send("X-Appwrite-Project", "other");
        assertThat(gate.refusal("getAccount")).isEqualTo(new JwtIsInvalid());
    }
}
