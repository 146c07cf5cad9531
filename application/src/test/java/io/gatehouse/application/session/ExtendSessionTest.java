package io.gatehouse.application.session;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.SESSION_DURATION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.SamplePolicies;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.session.SessionId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExtendSessionTest {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();

    @BeforeEach
    void alice_is_here() {
        gatehouse.signUp("alice");
    }

    @Test
    void a_session_is_prolonged_to_last_as_long_as_a_new_one() {
        var session = gatehouse.signIn("alice").session();
        gatehouse.pass(A_DAY);
        var answer = prolong("alice", session.id());
        assertThat(answer)
                .returns(session.id(), SessionView::id)
                .returns(NOON, SessionView::createdAt)
                .returns(NOON.plus(A_DAY), SessionView::updatedAt)
                .returns(NOON.plus(A_DAY).plus(SESSION_DURATION), SessionView::expiresAt);
        assertThat(gatehouse.sessionsOf(id("alice"))).containsExactly(answer);
    }

    @Test
    void it_lasts_as_long_as_the_project_says_now_even_if_that_is_shorter() {
        var session = gatehouse.signIn("alice").session();
        gatehouse.with(SamplePolicies.sessionsLast(A_DAY));
        assertThat(prolong("alice", session.id()).expiresAt()).isEqualTo(NOON.plus(A_DAY));
    }

    @Test
    void the_secret_stays_good() {
        var opened = gatehouse.signIn("alice");
        gatehouse.pass(A_DAY);
        prolong("alice", opened.session().id());
        gatehouse.pass(SESSION_DURATION);
        assertThat(gatehouse.callers().authenticate(id("alice"), opened.secret().digest(), gatehouse.now()))
                .isPresent();
    }

    @Test
    void a_session_of_others_an_expired_and_an_unknown_one_are_not_there() {
        var session = gatehouse.signIn("alice").session().id();
        assertThat(refusalOf(() -> prolong("bob", session))).contains(new SessionNotFound());
        assertThat(refusalOf(() -> prolong("alice", new SessionId(session.project(), "unknown"))))
                .contains(new SessionNotFound());
        gatehouse.pass(SESSION_DURATION.plusMillis(1));
        assertThat(refusalOf(() -> prolong("alice", session))).contains(new SessionNotFound());
    }

    @Test
    void it_is_one_entry_in_the_security_log() {
        prolong("alice", gatehouse.signIn("alice").session().id());
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "session.create", "session.update");
    }

    private SessionView prolong(String user, SessionId session) {
        return new ExtendSession(gatehouse.sessions(), gatehouse.store(), gatehouse.clock())
                .handle(new ExtendSession.Command(gatehouse.project(), id(user), session), OCCASION);
    }
}
