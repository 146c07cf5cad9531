package io.gatehouse.rest.gate;

import static io.gatehouse.rest.RestFixtures.NOON;
import static io.gatehouse.rest.RestFixtures.SESSION;
import static io.gatehouse.rest.gate.GateFixture.JWT_OF_ALICE;
import static io.gatehouse.rest.gate.GateFixture.SESSION_OF_ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Refusal.JwtAndSessionPresented;
import io.gatehouse.domain.Refusal.JwtIsInvalid;
import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Refusal.SessionAlreadyExists;
import io.gatehouse.rest.request.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A caller is identified by a JWT as long as the session for which it was signed is valid. */
class GateJwtTest {

    private final GateFixture gate = new GateFixture();

    @Test
    void a_jwt_identifies_the_user_of_a_valid_session_without_being_that_session() {
        gate.send("X-Appwrite-JWT", JWT_OF_ALICE);
        var apiCall = gate.admitted("getAccount");
        assertThat(apiCall.account()).isEqualTo(gate.account());
        assertThat(apiCall.presentedSession()).isNull();
        assertThat(apiCall.isByJwt()).isTrue();
        assertThat(gate.refusal("signIn")).isEqualTo(new SessionAlreadyExists());
    }

    @Test
    void a_session_and_a_guest_are_not_marked_as_identified_by_jwt() {
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        assertThat(gate.admitted("getAccount").isByJwt()).isFalse();
        gate.sendNo("X-Appwrite-Session");
        assertThat(gate.admitted("signIn").isByJwt()).isFalse();
    }

    @Test
    void a_caller_with_a_jwt_of_an_unknown_session_or_user_is_a_guest() {
        gate.send("X-Appwrite-JWT", "alice.s2");
        assertThat(gate.refusal("getAccount")).isEqualTo(new ScopeMissing("User", "guests", "account"));
        gate.send("X-Appwrite-JWT", "bob.s1");
        assertThat(gate.admitted("signIn").caller()).isInstanceOf(Caller.Guest.class);
    }

    @Test
    void an_invalid_jwt_is_refused_before_an_unknown_origin_or_route_and_without_a_look_up() {
        gate.send("X-Appwrite-JWT", "forged");
        gate.send("Origin", "https://evil.com");
        assertThat(gate.refusal("getAccount")).isEqualTo(new JwtIsInvalid());
        assertThat(gate.refusal("unknownRoute")).isEqualTo(new JwtIsInvalid());
        assertThat(gate.lookUps()).isZero();
    }

    @Test
    void a_jwt_beside_a_readable_session_is_refused_but_not_beside_an_unreadable_one() {
        gate.send("X-Appwrite-Session", SESSION_OF_ALICE);
        gate.send("X-Appwrite-JWT", "forged");
        assertThat(gate.refusal("signIn")).isEqualTo(new JwtAndSessionPresented());
        gate.send("X-Appwrite-Session", "garbage").send("X-Appwrite-JWT", JWT_OF_ALICE);
        assertThat(gate.admitted("getAccount").account()).isEqualTo(gate.account());
    }

    @Test
    void a_call_by_jwt_knows_the_session_of_the_jwt_even_if_its_access_cannot_be_recorded() {
        gate.send("X-Appwrite-JWT", JWT_OF_ALICE);
        assertThat(gate.admitted("getAccount").backingSession()).isEqualTo(SESSION);
        gate.setTime(NOON.plus(Duration.ofDays(2)));
        assertThat(gate.admitted("getAccount").isByJwt()).isTrue();
    }
}
