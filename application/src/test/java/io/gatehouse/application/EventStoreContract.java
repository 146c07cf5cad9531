package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.ReplacePreferences;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PasswordHash;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every event store promises, whatever it is made of: about units of work, and all that precedes. */
public abstract class EventStoreContract extends HoldingsContract {

    @Test
    void of_two_writers_who_read_the_same_history_both_are_heard_one_after_the_other() throws Exception {
        signUp(alice);
        var bothHaveRead = new CyclicBarrier(2);
        inParallel(2, n -> {
            var attempt = new AtomicInteger();
            return store().transact(occasion(AuditAction.USER_UPDATE), streams -> {
                streams.read(alice);
                if (attempt.getAndIncrement() == 0) {
                    meetAt(bothHaveRead);
                }
                return streams.execute(alice, new ChangeName(alice, new UserName("Alice " + n), NOON.plusSeconds(n)));
            });
        });
        assertThat(logs().of(alice, 25, 0)).extracting(LogEntry::userName).contains("Alice 0", "Alice 1");
    }

    @Test
    void of_two_writers_who_rely_on_the_same_fact_the_second_learns_that_it_has_changed() throws Exception {
        signUp(alice);
        var bothHaveRead = new CyclicBarrier(2);
        var answers = inParallel(2, n -> {
            var attempt = new AtomicInteger();
            var rehashed = new PasswordHash("$argon2id$" + n);
            return refusalOf(() -> store().transact(occasion(null), streams -> {
                streams.read(alice);
                if (attempt.getAndIncrement() == 0) {
                    meetAt(bothHaveRead);
                }
                return streams.execute(alice, new SignIn(alice, HASH, true, rehashed, NOON));
            }));
        });
        assertThat(answers).containsExactlyInAnyOrder(Optional.empty(), Optional.of(new InvalidCredentials()));
    }

    @Test
    void work_runs_again_when_what_it_read_has_grown() {
        signUp(alice);
        var session = signIn(alice, "first");
        var attempt = new AtomicInteger();
        var answer = refusalOf(() -> store().transact(occasion(AuditAction.USER_UPDATE), streams -> {
            streams.read(alice);
            if (attempt.getAndIncrement() == 0) {
                CompletableFuture.runAsync(() -> block(alice)).join();
            }
            return streams.execute(alice, new ChangeName(alice, new UserName("Too Late"), NOON));
        }));
        assertThat(attempt).hasValue(2);
        assertThat(answer).contains(new UserIsBlocked());
        assertThat(view(alice, session).name()).isEqualTo(new UserName("Somebody"));
    }

    @Test
    void thirty_two_writers_to_one_account_are_all_heard() throws Exception {
        signUp(alice);
        var session = signIn(alice, "first");
        var times = IntStream.range(0, 32).mapToObj(NOON::plusSeconds).toList();
        inParallel(32, n -> {
            var replace = new ReplacePreferences(alice, new Preferences("{\"n\":" + n + "}"), times.get(n));
            return store().transact(occasion(AuditAction.USER_UPDATE), streams -> streams.execute(alice, replace));
        });
        assertThat(logs().of(alice, 100, 0))
                .filteredOn(LogEntry::event, AuditAction.USER_UPDATE.value())
                .extracting(LogEntry::time)
                .containsExactlyElementsOf(times.reversed());
        var shown = view(alice, session);
        var last = times.indexOf(shown.updatedAt());
        assertThat(shown.preferences()).isEqualTo(new Preferences("{\"n\":" + last + "}"));
    }

    @Test
    void a_session_is_revoked_once_however_many_try() throws Exception {
        signUp(alice);
        var session = signIn(alice, "first");
        var answers = inParallel(16, _ -> refusalOf(() -> revoke(alice, session)));
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .hasSize(15)
                .containsOnly(Optional.of(new SessionNotFound()));
        assertThat(sessions().of(alice, NOON)).isEmpty();
    }

    @Test
    void a_refusal_appends_nothing_whatever_was_decided_before_it() {
        signUp(alice);
        var session = signIn(alice, "first");
        var before = view(alice, session);
        var answer = refusalOf(() -> store().transact(occasion(AuditAction.USER_UPDATE), streams -> {
            streams.execute(alice, new ChangeName(alice, new UserName("Alice"), NOON));
            return streams.execute(session, new RevokeSession(session, bob, NOON));
        }));
        assertThat(answer).contains(new SessionNotFound());
        assertThat(view(alice, session)).isEqualTo(before);
        assertThat(logs().count(alice)).isEqualTo(2);
    }

    @Test
    void a_mistake_appends_nothing_and_is_told() {
        signUp(alice);
        var mistake = new IllegalStateException("a mistake");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> store().transact(occasion(AuditAction.USER_UPDATE), streams -> {
                    streams.execute(alice, new BlockAccount(alice, NOON));
                    throw mistake;
                }))
                .isSameAs(mistake);
        assertThat(logs().count(alice)).isOne();
    }

    @Test
    void over_many_histories_it_is_all_or_nothing() {
        signUp(alice);
        var first = signIn(alice, "first");
        var second = signIn(alice, "second");
        signUp(bob);
        var ofBob = signIn(bob, "of-bob");

        assertThat(refusalOf(() -> revoke(alice, first, ofBob, second))).contains(new SessionNotFound());
        assertThat(sessions().of(alice, NOON)).hasSize(2);

        revoke(alice, first, second);
        assertThat(sessions().of(alice, NOON)).isEmpty();
        assertThat(sessions().of(bob, NOON)).hasSize(1);
    }

    @Test
    void work_sees_what_it_has_decided() {
        signUp(alice);
        store().transact(occasion(null), streams -> {
            streams.execute(alice, new SignIn(alice, HASH, true, STRONGER, NOON));
            return streams.execute(alice, new SignIn(alice, STRONGER, true, null, NOON));
        });
        var answer = refusalOf(() -> store().transact(occasion(null), streams -> {
            streams.execute(alice, new BlockAccount(alice, NOON));
            return streams.execute(alice, new ChangeName(alice, new UserName("Alice"), NOON));
        }));
        assertThat(answer).contains(new UserIsBlocked());
    }

    @Test
    void one_unit_of_work_leaves_one_entry_in_the_security_log_at_most() {
        signUp(alice);
        var session = signIn(alice, "first");
        store().transact(occasion(null), streams -> streams.execute(session, new RevokeSession(session, alice, NOON)));
        block(alice);
        block(alice);
        assertThat(logs().of(alice, 25, 0))
                .extracting(LogEntry::event)
                .containsExactlyInAnyOrder("user.create", "session.create", "user.update");
    }

    private void block(AccountId who) {
        var block = new BlockAccount(who, NOON);
        store().transact(occasion(AuditAction.USER_UPDATE), streams -> streams.execute(who, block));
    }

    private void revoke(AccountId by, SessionId... ids) {
        store().transact(occasion(AuditAction.SESSION_DELETE), streams -> {
            for (var id : ids) {
                streams.execute(id, new RevokeSession(id, by, NOON));
            }
            return ids.length;
        });
    }
}
