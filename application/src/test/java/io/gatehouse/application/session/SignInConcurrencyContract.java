package io.gatehouse.application.session;

import static io.gatehouse.application.Concurrency.inParallel;
import static io.gatehouse.application.ContractFixture.REQUEST;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.SampleEvents.HASH;
import static io.gatehouse.application.SampleEvents.NEW_HASH;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.sessionCreated;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ConcurrentRequest;
import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.PersistencePorts;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.account.AccountCommand.ChangePassword;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountCommand.VettedPassword;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.EndSession;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import org.junit.jupiter.api.Test;

/** Concurrent sign-ins respect the session limit, and none survives a password change. */
public abstract class SignInConcurrencyContract {

    private final EventStore store;
    private final AccountDirectory accounts;
    private final SessionViews sessions;
    private final ContractFixture given;
    private final AccountId alice;

    protected SignInConcurrencyContract(PersistencePorts ports) {
        this.store = ports.store();
        this.accounts = ports.accounts();
        this.sessions = ports.sessions();
        this.given = new ContractFixture(store);
        this.alice = given.alice();
    }

    @Test
    void many_concurrent_sign_ins_leave_as_many_sessions_as_the_limit_allows() throws Exception {
        given.signUp(alice);
        inParallel(
                16,
                n -> store.transact(REQUEST, streams -> {
                    var open = streams.list(alice, OpenSession.INVENTORY);
                    streams.append(sessionCreated(alice, "session-" + n));
                    open.stream()
                            .limit(Math.max(0, open.size() - 2))
                            .forEach(session -> streams.execute(session.id(), new EvictSession(session.id(), NOON)));
                    return open.size();
                }));
        assertThat(sessions.of(alice, NOON)).hasSize(3);
    }

    @Test
    void a_session_opened_during_a_password_change_is_ended_with_the_others() {
        given.signUp(alice);
        given.signIn(alice, "first");
        var concurrently = new ConcurrentRequest(() -> given.signInByPassword(alice, "concurrent"));
        store.transact(REQUEST, streams -> {
            streams.execute(alice, newPassword());
            var open = streams.list(alice, OpenSession.INVENTORY);
            concurrently.commitInFirstAttempt();
            open.forEach(session -> streams.execute(session.id(), new EndSession(session.id(), alice, NOON)));
            return open.size();
        });
        assertThat(concurrently.attempts()).isEqualTo(2);
        assertThat(sessions.of(alice, NOON)).isEmpty();
    }

    @Test
    void a_sign_in_is_refused_if_the_password_changes_concurrently() {
        given.signUp(alice);
        var concurrently = new ConcurrentRequest(() -> given.execute(alice, newPassword()));
        var answer = refusalOf(() -> store.transact(REQUEST, streams -> {
            streams.execute(alice, new SignIn(alice, HASH, null, NOON));
            concurrently.commitInFirstAttempt();
            streams.append(sessionCreated(alice, "too-late"));
            return alice;
        }));
        assertThat(answer).contains(new InvalidCredentials());
        assertThat(sessions.of(alice, NOON)).isEmpty();
    }

    @Test
    void no_session_opened_with_the_old_password_outlives_a_concurrent_password_change() throws Exception {
        given.signUp(alice);
        inParallel(
                8, n -> refusalOf(n == 0 ? this::changePassword : () -> given.signInByPassword(alice, "session-" + n)));
        assertThat(accounts.credentials(alice).orElseThrow().password()).isEqualTo(NEW_HASH);
        assertThat(sessions.of(alice, NOON)).isEmpty();
    }

    private ChangePassword newPassword() {
        return new ChangePassword(alice, HASH, new VettedPassword(NEW_HASH, false, false, 0), NOON);
    }

    private void changePassword() {
        store.transact(REQUEST, streams -> {
            streams.execute(alice, newPassword());
            var open = streams.list(alice, OpenSession.INVENTORY);
            open.forEach(session -> streams.execute(session.id(), new EndSession(session.id(), alice, NOON)));
            return open.size();
        });
    }
}
