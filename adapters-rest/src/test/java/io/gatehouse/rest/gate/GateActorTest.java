package io.gatehouse.rest.gate;

import static io.gatehouse.rest.gate.GateFixture.JWT_OF_ALICE;
import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.request.Actor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The actor of an admitted request, which is stored with every event that the request causes. */
class GateActorTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void a_caller_without_credentials_acts_as_a_guest() {
        assertThat(actorOf("signIn")).isEqualTo(Actor.GUEST);
    }

    @Test
    void a_session_and_a_jwt_act_as_their_user() {
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(actorOf("getAccount")).isEqualTo(Actor.USER);
        gate.sendNo("X-Appwrite-Session").send("X-Appwrite-JWT", JWT_OF_ALICE);
        assertThat(actorOf("getAccount")).isEqualTo(Actor.USER);
    }

    @Test
    void an_api_key_acts_as_a_server_with_its_id_and_name() {
        gate.send("X-Appwrite-Key", "server");
        assertThat(actorOf("signIn")).isEqualTo(Actor.server("server", "server"));
    }

    private @Nullable Actor actorOf(String endpoint) {
        return gate.admitted(endpoint).context().metadata().actor();
    }
}
