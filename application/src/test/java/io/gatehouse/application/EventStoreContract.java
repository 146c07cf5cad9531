package io.gatehouse.application;

import static io.gatehouse.application.Concurrency.await;
import static io.gatehouse.application.Concurrency.inParallel;
import static io.gatehouse.application.ContractFixture.REQUEST;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.SampleEvents.HASH;
import static io.gatehouse.application.SampleEvents.NAME;
import static io.gatehouse.application.SampleEvents.NEW_HASH;
import static io.gatehouse.application.SampleEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.application.log.LogViews;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.ReplacePreferences;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Units of work: atomic, isolated, and repeated when a stream they read has changed. */
public abstract class EventStoreContract {

    private final PersistencePorts ports;
    private final EventStore store;
    private final SessionViews sessions;
    private final LogViews logs;
    private final ContractFixture given;
    private final AccountId alice;
    private final AccountId bob;

    protected EventStoreContract(PersistencePorts ports) {
        this.ports = ports;
        this.store = ports.store();
        this.sessions = ports.sessions();
        this.logs = ports.logs();
        this.given = new ContractFixture(store);
        this.alice = given.alice();
        this.bob = given.bob();
    }

    @Test
    void two_concurrent_changes_to_an_account_are_appended_one_after_the_other() throws Exception {
        given.signUp(alice);
        var bothHaveRead = new CyclicBarrier(2);
        inParallel(2, n -> {
            var attempts = new AtomicInteger();
            return store.transact(REQUEST.audited(AuditAction.USER_UPDATE), streams -> {
                streams.read(alice);
                if (attempts.getAndIncrement() == 0) {
                    await(bothHaveRead);
                }
                return streams.execute(
                        alice, new ChangeName(alice, new DisplayName("Alice " + n), NOON.plusSeconds(n)));
            });
        });
        assertThat(logs.of(alice, 25, 0)).extracting(LogEntry::userName).contains("Alice 0", "Alice 1");
    }

    @Test
    void of_two_concurrent_decisions_that_rely_on_one_fact_the_second_is_refused_once_it_has_changed()
            throws Exception {
        given.signUp(alice);
        var bothHaveRead = new CyclicBarrier(2);
        var answers = inParallel(2, n -> {
            var attempts = new AtomicInteger();
            var rehashed = new PasswordHash("$argon2id$" + n);
            return refusalOf(() -> store.transact(REQUEST, streams -> {
                streams.read(alice);
                if (attempts.getAndIncrement() == 0) {
                    await(bothHaveRead);
                }
                return streams.execute(alice, new SignIn(alice, HASH, rehashed, NOON));
            }));
        });
        assertThat(answers).containsExactlyInAnyOrder(Optional.empty(), Optional.of(new InvalidCredentials()));
    }

    @Test
    void a_unit_of_work_runs_again_when_a_stream_it_has_read_changes() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var concurrently = new ConcurrentRequest(() -> block(alice));
        var answer = refusalOf(() -> store.transact(REQUEST.audited(AuditAction.USER_UPDATE), streams -> {
            streams.read(alice);
            concurrently.commitInFirstAttempt();
            return streams.execute(alice, new ChangeName(alice, new DisplayName("Too Late"), NOON));
        }));
        assertThat(concurrently.attempts()).isEqualTo(2);
        assertThat(answer).contains(new UserIsBlocked());
        assertThat(ports.accountOfCaller(alice, session).name()).isEqualTo(NAME);
    }

    @Test
    void thirty_two_concurrent_changes_to_an_account_are_all_appended() throws Exception {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var times = IntStream.range(0, 32).mapToObj(NOON::plusSeconds).toList();
        inParallel(32, n -> {
            var replace = new ReplacePreferences(alice, new Preferences("{\"n\":" + n + "}"), times.get(n));
            return store.transact(REQUEST.audited(AuditAction.USER_UPDATE), streams -> streams.execute(alice, replace));
        });
        assertThat(logs.of(alice, 100, 0))
                .filteredOn(LogEntry::event, AuditAction.USER_UPDATE.value())
                .extracting(LogEntry::time)
                .containsExactlyElementsOf(times.reversed());
        var shown = ports.accountOfCaller(alice, session);
        var last = times.indexOf(shown.updatedAt());
        assertThat(shown.preferences()).isEqualTo(new Preferences("{\"n\":" + last + "}"));
    }

    @Test
    void of_many_concurrent_revocations_of_a_session_one_succeeds() throws Exception {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var answers = inParallel(16, _ -> refusalOf(() -> revoke(alice, session)));
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .hasSize(15)
                .containsOnly(Optional.of(new SessionNotFound()));
        assertThat(sessions.of(alice, NOON)).isEmpty();
    }

    @Test
    void a_refusal_discards_what_the_unit_of_work_has_decided_before() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        var before = ports.accountOfCaller(alice, session);
        var answer = refusalOf(() -> store.transact(REQUEST.audited(AuditAction.USER_UPDATE), streams -> {
            streams.execute(alice, new ChangeName(alice, new DisplayName("Alice"), NOON));
            return streams.execute(session, new RevokeSession(session, bob, NOON));
        }));
        assertThat(answer).contains(new SessionNotFound());
        assertThat(ports.accountOfCaller(alice, session)).isEqualTo(before);
        assertThat(logs.count(alice)).isEqualTo(2);
    }

    @Test
    void an_exception_in_a_unit_of_work_is_rethrown_and_nothing_is_appended() {
        given.signUp(alice);
        var exception = new IllegalStateException("thrown by the unit of work");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> store.transact(REQUEST.audited(AuditAction.USER_UPDATE), streams -> {
                    streams.execute(alice, new BlockAccount(alice, NOON));
                    throw exception;
                }))
                .isSameAs(exception);
        assertThat(logs.count(alice)).isOne();
    }

    @Test
    void events_of_several_streams_are_appended_together_or_not_at_all() {
        given.signUp(alice);
        var first = given.signIn(alice, "first");
        var second = given.signIn(alice, "second");
        given.signUp(bob);
        var ofBob = given.signIn(bob, "of-bob");

        assertThat(refusalOf(() -> revoke(alice, first, ofBob, second))).contains(new SessionNotFound());
        assertThat(sessions.of(alice, NOON)).hasSize(2);

        revoke(alice, first, second);
        assertThat(sessions.of(alice, NOON)).isEmpty();
        assertThat(sessions.of(bob, NOON)).hasSize(1);
    }

    @Test
    void a_unit_of_work_reads_what_it_has_decided() {
        given.signUp(alice);
        store.transact(REQUEST, streams -> {
            streams.execute(alice, new SignIn(alice, HASH, NEW_HASH, NOON));
            return streams.execute(alice, new SignIn(alice, NEW_HASH, null, NOON));
        });
        var answer = refusalOf(() -> store.transact(REQUEST, streams -> {
            streams.execute(alice, new BlockAccount(alice, NOON));
            return streams.execute(alice, new ChangeName(alice, new DisplayName("Alice"), NOON));
        }));
        assertThat(answer).contains(new UserIsBlocked());
    }

    @Test
    void a_unit_of_work_leaves_at_most_one_entry_in_the_security_log() {
        given.signUp(alice);
        var session = given.signIn(alice, "first");
        given.execute(session, new RevokeSession(session, alice, NOON));
        block(alice);
        block(alice);
        assertThat(logs.of(alice, 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "session.create", "user.update");
    }

    private void block(AccountId account) {
        var block = new BlockAccount(account, NOON);
        store.transact(REQUEST.audited(AuditAction.USER_UPDATE), streams -> streams.execute(account, block));
    }

    private void revoke(AccountId by, SessionId... ids) {
        store.transact(REQUEST.audited(AuditAction.SESSION_DELETE), streams -> {
            for (var id : ids) {
                streams.execute(id, new RevokeSession(id, by, NOON));
            }
            return ids.length;
        });
    }
}
