package io.gatehouse.rest.gate;

import static io.gatehouse.rest.gate.GateFixture.JWT_OF_ALICE;
import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.RouteNotFound;
import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.rest.request.Caller;
import org.junit.jupiter.api.Test;

/** A caller needs the scope of the endpoint: guests, users and keys have different ones. Unknown routes need none. */
class GateScopeTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void a_guest_lacks_the_scopes_of_users() {
        assertThat(gate.refusal("getAccount")).isEqualTo(new ScopeMissing("User", "guests", "account"));
        assertThat(gate.admitted("signIn").presentedSession()).isNull();
    }

    @Test
    void public_endpoints_admit_guests_sessions_and_jwts_but_no_keys() {
        assertThat(gate.admitted("redeemToken").caller()).isInstanceOf(Caller.Guest.class);
        gate.send("X-Appwrite-JWT", JWT_OF_ALICE);
        assertThat(gate.admitted("redeemToken").account()).isEqualTo(gate.account());
        gate.sendNo("X-Appwrite-JWT").send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.admitted("redeemToken").account()).isEqualTo(gate.account());
        gate.sendNo("X-Appwrite-Session").send("X-Appwrite-Key", "server");
        assertThat(gate.refusal("redeemToken")).isEqualTo(new ScopeMissing("User", "applications", "public"));
    }

    @Test
    void an_unknown_route_needs_no_scope_and_no_enabled_service() {
        assertThat(gate.refusal("unknownRoute")).isEqualTo(new RouteNotFound());
        gate.send("X-Appwrite-Project", "closed");
        assertThat(gate.refusal("unknownRoute")).isEqualTo(new RouteNotFound());
    }
}
