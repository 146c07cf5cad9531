package io.gatehouse.application.session;

import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.session.Jwts.Claims;
import io.gatehouse.domain.Refusal.SessionNotFound;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IssueJwtTest {

    private static final Duration A_QUARTER = Duration.ofMinutes(15);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final InMemoryJwts jwts = new InMemoryJwts();
    private final IssueJwt issueJwt = new IssueJwt(jwts, gatehouse.clock());

    @Test
    void a_jwt_identifies_user_and_session_for_the_requested_time() {
        gatehouse.signUp("alice");
        var session = gatehouse.signIn("alice").session();
        var jwt = issueJwt.handle(new IssueJwt.Command(id("alice"), session, A_QUARTER), gatehouse.context());
        var claims = new Claims(id("alice"), session.id());
        gatehouse.advanceClock(A_QUARTER.minusSeconds(1));
        assertThat(jwts.verify(id("alice").project(), jwt, gatehouse.now())).contains(claims);
        gatehouse.advanceClock(Duration.ofSeconds(1));
        assertThat(jwts.verify(id("alice").project(), jwt, gatehouse.now())).isEmpty();
    }

    @Test
    void a_request_without_a_session_gets_no_jwt() {
        var command = new IssueJwt.Command(id("alice"), null, A_QUARTER);
        assertThat(refusalOf(() -> issueJwt.handle(command, gatehouse.context())))
                .contains(new SessionNotFound());
    }
}
