package io.gatehouse.rest.gate;

import static io.gatehouse.rest.RestFixtures.ALICE_WITH_MFA;
import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.gate.GateFixture.JWT_OF_ALICE;
import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import org.junit.jupiter.api.Test;

/** Requests of blocked users are refused. */
class GateBlockedUserTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void a_blocked_user_is_refused_everywhere_even_on_an_unknown_route_and_is_not_counted() {
        gate.setAccount(gate.account().withBlock(NOON));
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.refusal("getAccount")).isEqualTo(new UserIsBlocked());
        assertThat(gate.refusal("signIn")).isEqualTo(new UserIsBlocked());
        assertThat(gate.refusal("unknownRoute")).isEqualTo(new UserIsBlocked());
        assertThat(gate.counted()).isEmpty();
    }

    @Test
    void a_blocked_user_is_refused_by_jwt_as_well() {
        gate.setAccount(gate.account().withBlock(NOON));
        gate.send("X-Appwrite-JWT", JWT_OF_ALICE);
        assertThat(gate.refusal("getAccount")).isEqualTo(new UserIsBlocked());
    }

    @Test
    void a_block_and_a_missing_scope_are_refused_before_a_missing_factor() {
        gate.setAccount(ALICE_WITH_MFA.withBlock(NOON));
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.refusal("getAccount")).isEqualTo(new UserIsBlocked());
        gate.setAccount(ALICE_WITH_MFA);
        gate.send("X-Appwrite-Key", "server");
        assertThat(gate.refusal("getAccount")).isInstanceOf(ScopeMissing.class);
    }
}
