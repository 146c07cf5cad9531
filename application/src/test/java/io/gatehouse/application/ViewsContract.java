package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.account.AccountDirectory.KnownAccount;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountCommand;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.NoteAccess;
import io.gatehouse.domain.account.AccountCommand.ReplacePreferences;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.Preferences;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everyone who reads may rely on: views tell what the log tells, as soon as it is written. */
public abstract class ViewsContract extends Contract {

    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final Instant TOO_LATE = MIDNIGHT.plusNanos(1000);
    private static final SecretDigest SECRET = new Secret("first").digest();

    @Test
    void an_account_is_found_by_its_address_in_its_own_project() {
        signUp(alice);
        assertThat(directory().findByEmail(project, address(alice))).contains(new KnownAccount(alice, HASH));
        assertThat(directory().findByEmail(project, address(bob))).isEmpty();
        assertThat(directory().findByEmail(new ProjectId(project.value() + "-other"), address(alice)))
                .isEmpty();
    }

    @Test
    void an_account_is_known_by_its_latest_hash() {
        signUp(alice);
        ask(alice, new SignIn(alice, HASH, true, STRONGER, NOON));
        assertThat(directory().findByEmail(project, address(alice))).contains(new KnownAccount(alice, STRONGER));
    }

    @Test
    void an_account_may_have_no_password() {
        var withoutPassword = new UserCreated(alice, address(alice), null, null, NOON);
        store().transact(occasion(Audit.USER_CREATE), streams -> {
            streams.begin(withoutPassword);
            return alice;
        });
        assertThat(directory().findByEmail(project, address(alice))).contains(new KnownAccount(alice, null));
        var shown = view(alice, signIn(alice, "first"));
        assertThat(shown.passwordUpdatedAt()).isNull();
        assertThat(shown.name()).isNull();
        assertThat(shown.targets()).isEmpty();
    }

    @Test
    void a_caller_is_recognised_with_everything_there_is_to_know() {
        signUp(alice);
        signIn(alice, "first");
        var caller = callers().recognise(alice, SECRET, NOON).orElseThrow();
        assertThat(caller.account()).isEqualTo(aliceAsSignedUp());
        assertThat(caller.session()).isEqualTo(firstSession());
    }

    @Test
    void a_caller_is_recognised_by_a_secret_of_their_own_only() {
        signUp(alice);
        signIn(alice, "first");
        signUp(bob);
        var namesake = new AccountId(new ProjectId(project.value() + "-other"), alice.value());
        assertThat(callers().recognise(bob, SECRET, NOON)).isEmpty();
        assertThat(callers().recognise(namesake, SECRET, NOON)).isEmpty();
        assertThat(callers().recognise(alice, new Secret("guessed").digest(), NOON))
                .isEmpty();
    }

    @Test
    void a_caller_is_recognised_until_the_session_expires() {
        signUp(alice);
        signIn(alice, "first");
        assertThat(callers().recognise(alice, SECRET, MIDNIGHT)).isPresent();
        assertThat(callers().recognise(alice, SECRET, TOO_LATE)).isEmpty();
    }

    @Test
    void a_caller_is_recognised_until_the_session_ends() {
        signUp(alice);
        revoke(signIn(alice, "first"));
        assertThat(callers().recognise(alice, SECRET, NOON)).isEmpty();
    }

    @Test
    void an_account_is_shown_as_it_is_now() {
        signUp(alice);
        var session = signIn(alice, "first");
        var preferences = new Preferences("{\"b\": 1, \"a\": \"\\u0000 \uD83D\uDD11\"}");
        var name = new UserName("Älice 🔑");
        ask(alice, new ChangeName(alice, name, LATER));
        assertThat(view(alice, session)).isEqualTo(aliceAsSignedUp().renamed(name, LATER));
        ask(alice, new ReplacePreferences(alice, preferences, NOON));
        assertThat(view(alice, session).preferences()).isEqualTo(preferences);
        ask(alice, new NoteAccess(alice, LATER));
        assertThat(view(alice, session).accessedAt()).isEqualTo(LATER);
        ask(alice, new BlockAccount(alice, LATER));
        assertThat(view(alice, session).blocked()).isTrue();
    }

    @Test
    void a_new_hash_is_nothing_a_user_would_notice() {
        signUp(alice);
        var session = signIn(alice, "first");
        ask(alice, new SignIn(alice, HASH, true, STRONGER, LATER));
        assertThat(view(alice, session)).isEqualTo(aliceAsSignedUp());
    }

    @Test
    void sessions_are_listed_oldest_first() {
        signUp(alice);
        signUp(bob);
        var third = signIn(alice, "third", NOON.plusSeconds(2));
        var second = signIn(alice, "second", NOON.plusSeconds(1));
        var first = signIn(alice, "first", NOON);
        signIn(bob, "of-bob");
        assertThat(sessions().of(alice, NOON)).extracting(SessionView::id).containsExactly(first, second, third);
    }

    @Test
    void a_session_that_expired_or_ended_is_not_there() {
        signUp(alice);
        var first = signIn(alice, "first");
        var second = signIn(alice, "second");
        revoke(second);
        assertThat(sessions().of(alice, MIDNIGHT)).extracting(SessionView::id).containsExactly(first);
        assertThat(sessions().of(alice, TOO_LATE)).isEmpty();
        assertThat(sessions().find(alice, first, MIDNIGHT)).isPresent();
        assertThat(sessions().find(alice, first, TOO_LATE)).isEmpty();
        assertThat(sessions().find(alice, second, NOON)).isEmpty();
    }

    @Test
    void a_session_is_shown_to_its_owner_only() {
        signUp(alice);
        signUp(bob);
        var session = signIn(alice, "first");
        assertThat(sessions().find(alice, session, NOON)).contains(firstSession());
        assertThat(sessions().find(bob, session, NOON)).isEmpty();
        assertThat(sessions().find(alice, session(alice, "guessed"), NOON)).isEmpty();
    }

    @Test
    void the_security_log_tells_who_one_was_then() {
        signUp(alice);
        var rename = new ChangeName(alice, new UserName("Alice"), LATER);
        store().transact(occasion(Audit.USER_UPDATE), streams -> streams.ask(alice, rename));
        assertThat(logs().of(alice, 25, 0))
                .containsExactly(entry("user.update", "Alice", LATER), entry("user.create", "Somebody", NOON));
    }

    @Test
    void the_security_log_is_read_newest_first_page_by_page() {
        signUp(alice);
        signIn(alice, "first", NOON.plusSeconds(1));
        signIn(alice, "second", NOON.plusSeconds(2));
        signUp(bob);
        assertThat(logs().of(alice, 2, 0))
                .extracting(LogEntry::time)
                .containsExactly(NOON.plusSeconds(2), NOON.plusSeconds(1));
        assertThat(logs().of(alice, 2, 2)).extracting(LogEntry::time).containsExactly(NOON);
        assertThat(logs().of(alice, 2, 3)).isEmpty();
        assertThat(logs().count(alice)).isEqualTo(3);
    }

    private void ask(AccountId who, AccountCommand command) {
        store().transact(occasion(null), streams -> streams.ask(who, command));
    }

    private void revoke(SessionId session) {
        var revoke = new RevokeSession(session, alice, NOON);
        store().transact(occasion(null), streams -> streams.ask(session, revoke));
    }

    private AccountView aliceAsSignedUp() {
        var target = new TargetView(
                "target-of-alice", NOON, NOON, "", null, "email", address(alice).value(), false);
        return new AccountView(
                alice,
                NOON,
                NOON,
                new UserName("Somebody"),
                false,
                List.of(),
                NOON,
                address(alice),
                null,
                false,
                false,
                false,
                Preferences.NONE,
                List.of(target),
                NOON);
    }

    private SessionView firstSession() {
        return new SessionView(
                session(alice, "first"),
                alice.value(),
                NOON,
                NOON,
                MIDNIGHT,
                "email",
                address(alice).value(),
                "2001:db8::1",
                FIREFOX,
                "de",
                List.of("password", "totp"),
                null);
    }

    private LogEntry entry(String event, String userName, Instant at) {
        return new LogEntry(
                event,
                alice.value(),
                address(alice).value(),
                userName,
                new IpAddress("192.0.2.1"),
                new UserAgent("Firefox"),
                at);
    }
}
