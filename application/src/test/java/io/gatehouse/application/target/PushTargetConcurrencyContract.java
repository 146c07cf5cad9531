package io.gatehouse.application.target;

import static io.gatehouse.application.Concurrency.inParallel;
import static io.gatehouse.application.ContractFixture.REQUEST;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.pushTargetCreated;
import static io.gatehouse.application.SampleEvents.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ConcurrentRequest;
import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.PersistencePorts;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.application.session.SessionTermination;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.SessionCommand.RequireSession;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No push target outlives its session or its account, at whatever moment it is registered. */
public abstract class PushTargetConcurrencyContract {

    private final EventStore store;
    private final AccountDirectory accounts;
    private final SessionViews sessions;
    private final ContractFixture given;
    private final AccountId alice;

    protected PushTargetConcurrencyContract(PersistencePorts ports) {
        this.store = ports.store();
        this.accounts = ports.accounts();
        this.sessions = ports.sessions();
        this.given = new ContractFixture(store);
        this.alice = given.alice();
    }

    @Test
    void a_target_registered_while_its_session_is_ended_is_deleted_with_the_session() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var concurrently = new ConcurrentRequest(() -> register(alice, "phone", session));
        store.transact(REQUEST, streams -> {
            SessionTermination.end(streams, alice, List.of(session), id -> new RevokeSession(id, alice, NOON), NOON);
            concurrently.commitInFirstAttempt();
            return session;
        });
        assertThat(concurrently.attempts()).isEqualTo(2);
        assertThat(targetsOfAlice()).isEmpty();
    }

    @Test
    void a_registration_is_refused_if_its_session_ends_concurrently() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var concurrently = new ConcurrentRequest(() -> revoke(session));
        var answer = refusalOf(() -> store.transact(REQUEST, streams -> {
            streams.execute(session, new RequireSession(session, alice, NOON));
            concurrently.commitInFirstAttempt();
            streams.append(pushTargetCreated(alice, "phone", session));
            return session;
        }));
        assertThat(answer).contains(new SessionNotFound());
        assertThat(targetsOfAlice()).isEmpty();
    }

    @Test
    void no_target_of_a_concurrent_registration_outlives_its_session() throws Exception {
        given.signUp(alice);
        var rounds = 8;
        for (var n = 0; n < rounds; n++) {
            given.signIn(alice, "session-" + n);
        }
        inParallel(2 * rounds, n -> {
            var session = sessionId(alice, "session-" + n / 2);
            return refusalOf(n % 2 == 0 ? () -> revoke(session) : () -> register(alice, "target-" + n, session));
        });
        assertThat(sessions.of(alice, NOON)).isEmpty();
        assertThat(targetsOfAlice()).isEmpty();
        assertThat(accounts.find(alice).orElseThrow().targets()).hasSize(1);
    }

    @Test
    void no_target_of_a_concurrent_registration_outlives_its_account() throws Exception {
        var users = 8;
        for (var n = 0; n < users; n++) {
            given.signUp(given.user("user-" + n));
        }
        inParallel(2 * users, n -> {
            var user = given.user("user-" + n / 2);
            return refusalOf(
                    n % 2 == 0 ? () -> given.delete(user) : () -> register(user, "phone-of-" + user.value(), null));
        });
        for (var n = 0; n < users; n++) {
            var user = given.user("user-" + n);
            given.signUp(user);
            assertThat(accounts.find(user).orElseThrow().targets()).hasSize(1);
            var again = pushTargetCreated(user, "phone-of-" + user.value(), null, "token-" + n);
            assertThat(refusalOf(() -> given.append(again))).isEmpty();
        }
    }

    private List<RegisteredTarget> targetsOfAlice() {
        return store.transact(REQUEST, streams -> streams.list(alice, RegisteredTarget.INVENTORY));
    }

    private void register(AccountId account, String target, @Nullable SessionId session) {
        var id = new TargetId(account.project(), target);
        var command = new RegisterPushTarget.Command(account, session, id, new Identifier(target), null);
        new RegisterPushTarget(new DeviceNames(_ -> Client.UNKNOWN), store, () -> NOON)
                .handle(command, given.context());
    }

    private void revoke(SessionId session) {
        var command = new SignOut.Command(alice, session);
        new SignOut(store, () -> NOON).handle(command, given.context());
    }
}
