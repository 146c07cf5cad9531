package io.gatehouse.rest.gate;

import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.project.Project;
import io.gatehouse.domain.Refusal.KeyHasExpired;
import io.gatehouse.domain.Refusal.KeyHasNoUser;
import io.gatehouse.domain.Refusal.KeyIsUnknown;
import io.gatehouse.domain.Refusal.ProjectIdMissing;
import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Refusal.SessionAlreadyExists;
import org.junit.jupiter.api.Test;

/**
 * An API key has to be valid, has the scopes it was given, and is exempt from the checks that protect against clients.
 */
class GateKeyTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void an_unknown_key_an_expired_key_and_a_key_without_a_project_header_are_refused() {
        gate.send("X-Appwrite-Key", "wrong");
        assertThat(gate.refusal("signIn")).isEqualTo(new KeyIsUnknown());
        gate.send("X-Appwrite-Key", "expired");
        assertThat(gate.refusal("signIn")).isEqualTo(new KeyHasExpired());
        gate.send("X-Appwrite-Key", "server").sendNo("X-Appwrite-Project");
        gate.sendBody("project=demo");
        assertThat(gate.refusal("signIn")).isEqualTo(new ProjectIdMissing());
    }

    @Test
    void a_key_beside_a_session_has_its_own_scopes_and_not_those_of_the_session() {
        gate.send("X-Appwrite-Key", "server");
        gate.send("Cookie", "a_session_demo=" + SESSION_OF_ALICE);
        assertThat(gate.refusal("getAccount")).isEqualTo(new ScopeMissing("User", "applications", "account"));
        assertThat(gate.refusal("signIn")).isEqualTo(new SessionAlreadyExists());
    }

    @Test
    void a_key_is_exempt_from_origin_rate_limit_and_switched_off_methods_and_services() {
        gate.send("X-Appwrite-Key", "server");
        gate.send("Origin", "https://evil.com");
        assertThat(gate.admitted("signInWithCode").caller().isTrusted()).isTrue();
        assertThat(gate.counted()).isEmpty();
        assertThat(gate.responseHeaders().get("X-RateLimit-Remaining")).isEqualTo("1");
        gate.send("X-Appwrite-Project", "closed");
        assertThat(gate.admitted("signInWithCode").project())
                .extracting(Project::accountServiceOn)
                .isEqualTo(false);
    }

    @Test
    void a_key_has_no_push_targets_even_with_their_scope_or_beside_a_session() {
        assertThat(gate.refusal("createPushTarget")).isEqualTo(new ScopeMissing("User", "guests", "targets.write"));
        gate.send("X-Appwrite-Key", "server");
        assertThat(gate.refusal("createPushTarget"))
                .isEqualTo(new ScopeMissing("User", "applications", "targets.write"));
        gate.send("X-Appwrite-Key", "pusher");
        assertThat(gate.refusal("createPushTarget")).isEqualTo(new KeyHasNoUser());
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.refusal("createPushTarget")).isEqualTo(new KeyHasNoUser());
        gate.sendNo("X-Appwrite-Key");
        assertThat(gate.admitted("createPushTarget").account()).isEqualTo(gate.account());
    }
}
