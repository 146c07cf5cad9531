package io.gatehouse.application.session;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.SESSION_DURATION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
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
    void sign_up_alice() {
        gatehouse.signUp("alice");
    }

    @Test
    void an_extended_session_lasts_as_long_as_a_new_one() {
        var session = gatehouse.signIn("alice").session();
        gatehouse.advanceClock(A_DAY);
        var answer = prolong("alice", session.id());
        assertThat(answer)
                .returns(session.id(), SessionView::id)
                .returns(NOON, SessionView::createdAt)
                .returns(NOON.plus(A_DAY), SessionView::updatedAt)
                .returns(NOON.plus(A_DAY).plus(SESSION_DURATION), SessionView::expiresAt);
        assertThat(gatehouse.sessionsOf(id("alice"))).containsExactly(answer);
    }

    @Test
    void an_extension_uses_the_current_duration_even_if_it_is_shorter() {
        var session = gatehouse.signIn("alice").session();
        gatehouse.with(SamplePolicies.sessionDuration(A_DAY));
        assertThat(prolong("alice", session.id()).expiresAt()).isEqualTo(NOON.plus(A_DAY));
    }

    @Test
    void the_secret_of_an_extended_session_stays_valid() {
        var opened = gatehouse.signIn("alice");
        gatehouse.advanceClock(A_DAY);
        prolong("alice", opened.session().id());
        gatehouse.advanceClock(SESSION_DURATION);
        assertThat(gatehouse
                        .authentication()
                        .authenticate(id("alice"), opened.secret().digest(), gatehouse.now()))
                .isPresent();
    }

    @Test
    void extending_a_session_of_another_user_an_expired_or_an_unknown_one_is_refused() {
        var session = gatehouse.signIn("alice").session().id();
        assertThat(refusalOf(() -> prolong("bob", session))).contains(new SessionNotFound());
        assertThat(refusalOf(() -> prolong("alice", new SessionId(session.project(), "unknown"))))
                .contains(new SessionNotFound());
        gatehouse.advanceClock(SESSION_DURATION.plusMillis(1));
        assertThat(refusalOf(() -> prolong("alice", session))).contains(new SessionNotFound());
    }

    @Test
    void an_extension_leaves_one_log_entry() {
        prolong("alice", gatehouse.signIn("alice").session().id());
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "session.create", "session.update");
    }

    private SessionView prolong(String user, SessionId session) {
        return new ExtendSession(gatehouse.sessions(), gatehouse.store(), gatehouse.clock())
                .handle(new ExtendSession.Command(id(user), session), gatehouse.context());
    }
}
