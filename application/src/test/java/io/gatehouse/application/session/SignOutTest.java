package io.gatehouse.application.session;

import static io.gatehouse.application.InMemoryGatehouse.NOON;
import static io.gatehouse.application.InMemoryGatehouse.SESSION_DURATION;
import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.session.SessionId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of {@link SignOut} and {@link SignOutEverywhere}. */
class SignOutTest {

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final SignOut signOut = new SignOut(gatehouse.store(), gatehouse.clock());
    private final SignOutEverywhere signOutEverywhere = new SignOutEverywhere(gatehouse.store(), gatehouse.clock());

    @BeforeEach
    void sign_up_alice_and_bob() {
        gatehouse.signUp("alice");
        gatehouse.signUp("bob");
    }

    @Test
    void deleting_a_session_leaves_the_others() {
        var first = gatehouse.signIn("alice").session();
        var second = gatehouse.signIn("alice").session();
        assertThat(refusalToDelete("alice", first.id())).isEmpty();
        assertThat(gatehouse.sessions().of(id("alice"), NOON)).containsExactly(second);
    }

    @Test
    void a_session_is_deleted_once() {
        var session = gatehouse.signIn("alice").session().id();
        assertThat(refusalToDelete("alice", session)).isEmpty();
        assertThat(refusalToDelete("alice", session)).contains(new SessionNotFound());
        assertThat(gatehouse.store().all(SessionRevoked.class)).hasSize(1);
    }

    @Test
    void deleting_a_session_of_another_user_is_refused() {
        var session = gatehouse.signIn("alice").session();
        assertThat(refusalToDelete("bob", session.id())).contains(new SessionNotFound());
        assertThat(gatehouse.sessions().of(id("alice"), NOON)).containsExactly(session);
    }

    @Test
    void deleting_an_expired_session_is_refused() {
        var session = gatehouse.signIn("alice").session().id();
        gatehouse.advanceClock(SESSION_DURATION.plusMillis(1));
        assertThat(refusalToDelete("alice", session)).contains(new SessionNotFound());
    }

    @Test
    void signing_out_everywhere_ends_all_sessions_of_the_user_only() {
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        var ofBob = gatehouse.signIn("bob").session();
        signOutEverywhere.handle(new SignOutEverywhere.Command(id("alice")), gatehouse.context());
        assertThat(gatehouse.sessions().of(id("alice"), NOON)).isEmpty();
        assertThat(gatehouse.sessions().of(id("bob"), NOON)).containsExactly(ofBob);
    }

    @Test
    void signing_out_everywhere_without_sessions_succeeds() {
        var before = gatehouse.events();
        signOutEverywhere.handle(new SignOutEverywhere.Command(id("alice")), gatehouse.context());
        assertThat(gatehouse.events()).isEqualTo(before);
    }

    @Test
    void signing_out_leaves_one_log_entry_for_any_number_of_sessions() {
        var session = gatehouse.signIn("alice").session().id();
        gatehouse.signIn("alice");
        gatehouse.signIn("alice");
        assertThat(refusalToDelete("alice", session)).isEmpty();
        signOutEverywhere.handle(new SignOutEverywhere.Command(id("alice")), gatehouse.context());
        assertThat(gatehouse.logs().of(id("alice"), 25, 0))
                .extracting(LogEntry::event)
                .filteredOn("session.delete"::equals)
                .hasSize(2);
    }

    private Optional<Refusal> refusalToDelete(String user, SessionId session) {
        var command = new SignOut.Command(id(user), session);
        return refusalOf(() -> signOut.handle(command, gatehouse.context()));
    }
}
