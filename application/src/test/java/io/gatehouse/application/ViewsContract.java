package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.housekeeping.ExpireOverdue.OverdueItems.OverdueSession;
import io.gatehouse.application.log.LogViews.LogEntry;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.account.AccountCommand.ChangeEmail;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.AccountCommand.PasswordConfirmation;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.UserName;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionCommand.ExtendUntil;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.token.TokenCommand.ExpireToken;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everyone who reads may rely on: views tell what the log tells, as soon as it is written. */
public abstract class ViewsContract extends AccountViewsContract {

    private static final SecretDigest SECRET = new Secret("first").digest();

    @Test
    void a_caller_is_recognised_with_everything_there_is_to_know() {
        signUp(alice);
        signIn(alice, "first");
        var caller = callers().authenticate(alice, SECRET, NOON).orElseThrow();
        assertThat(caller.account()).isEqualTo(aliceAsSignedUp());
        assertThat(caller.session()).isEqualTo(firstSession());
    }

    @Test
    void a_caller_is_recognised_by_a_secret_of_their_own_only() {
        signUp(alice);
        signIn(alice, "first");
        signUp(bob);
        var namesake = new AccountId(new ProjectId(project.value() + "-other"), alice.value());
        assertThat(callers().authenticate(bob, SECRET, NOON)).isEmpty();
        assertThat(callers().authenticate(namesake, SECRET, NOON)).isEmpty();
        assertThat(callers().authenticate(alice, new Secret("guessed").digest(), NOON))
                .isEmpty();
    }

    @Test
    void a_caller_is_recognised_until_the_session_expires() {
        signUp(alice);
        signIn(alice, "first");
        assertThat(callers().authenticate(alice, SECRET, MIDNIGHT)).isPresent();
        assertThat(callers().authenticate(alice, SECRET, TOO_LATE)).isEmpty();
    }

    @Test
    void a_caller_is_recognised_until_the_session_ends() {
        signUp(alice);
        revoke(signIn(alice, "first"));
        assertThat(callers().authenticate(alice, SECRET, NOON)).isEmpty();
    }

    @Test
    void a_caller_is_recognised_by_a_session_as_by_its_secret() {
        signUp(alice);
        signUp(bob);
        var first = signIn(alice, "first");
        signIn(alice, "second");
        assertThat(callers().authenticate(alice, first, NOON))
                .isEqualTo(callers().authenticate(alice, SECRET, NOON));
        assertThat(callers().authenticate(alice, first, MIDNIGHT)).isPresent();
        assertThat(callers().authenticate(alice, first, TOO_LATE)).isEmpty();
        assertThat(callers().authenticate(bob, first, NOON)).isEmpty();
        revoke(first);
        assertThat(callers().authenticate(alice, first, NOON)).isEmpty();
    }

    @Test
    void a_prolonged_session_is_valid_for_as_long_as_it_was_prolonged() {
        signUp(alice);
        var session = signIn(alice, "first");
        ask(session, new ExtendUntil(session, alice, TOO_LATE, LATER));
        assertThat(sessions().find(alice, session, NOON))
                .get()
                .returns(TOO_LATE, SessionView::expiresAt)
                .returns(LATER, SessionView::updatedAt)
                .returns(NOON, SessionView::createdAt);
        assertThat(sessions().of(alice, TOO_LATE)).hasSize(1);
        assertThat(callers().authenticate(alice, SECRET, TOO_LATE)).isPresent();
        assertThat(callers().authenticate(alice, SECRET, TOO_LATE.plusNanos(1000)))
                .isEmpty();
    }

    @Test
    void a_session_that_made_room_or_was_cleared_away_is_not_there() {
        signUp(alice);
        var first = signIn(alice, "first");
        var second = signIn(alice, "second");
        ask(first, new EvictSession(first, NOON));
        ask(second, new ExpireSession(second, TOO_LATE));
        assertThat(sessions().of(alice, NOON)).isEmpty();
        assertThat(callers().authenticate(alice, SECRET, NOON)).isEmpty();
    }

    @Test
    void what_has_run_out_remains_until_it_is_cleared_away() {
        signUp(alice);
        var first = signIn(alice, "first");
        var prolonged = signIn(alice, "prolonged");
        ask(prolonged, new ExtendUntil(prolonged, alice, TOO_LATE, NOON));
        var token = issued(alice, "token", TokenKind.MAGIC_URL);
        happened(token);
        assertThat(sessionsThatRemain(MIDNIGHT)).isEmpty();
        assertThat(tokensThatRemain(MIDNIGHT)).isEmpty();
        assertThat(sessionsThatRemain(TOO_LATE)).containsExactly(first);
        assertThat(sessionsThatRemain(TOO_LATE.plusNanos(1000))).containsExactly(first, prolonged);
        assertThat(tokensThatRemain(TOO_LATE)).containsExactly(token.token());
        ask(first, new ExpireSession(first, TOO_LATE));
        ask(token.token(), new ExpireToken(token.token(), TOO_LATE));
        assertThat(sessionsThatRemain(TOO_LATE)).isEmpty();
        assertThat(tokensThatRemain(TOO_LATE)).isEmpty();
    }

    @Test
    void of_what_remains_only_so_much_is_told_at_a_time() {
        signUp(alice);
        signIn(alice, "first");
        signIn(alice, "second");
        happened(issued(alice, "one", TokenKind.MAGIC_URL), issued(alice, "two", TokenKind.MAGIC_URL));
        assertThat(remains().sessions(TOO_LATE, 1)).hasSize(1);
        assertThat(remains().tokens(TOO_LATE, 1)).hasSize(1);
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
        store().transact(occasion(AuditAction.USER_UPDATE), streams -> streams.execute(alice, rename));
        assertThat(logs().of(alice, 25, 0))
                .containsExactly(entry("user.update", "Alice", LATER), entry("user.create", "Somebody", NOON));
    }

    @Test
    void the_security_log_tells_the_address_one_had_then() {
        signUp(alice);
        var elsewhere = new EmailAddress("elsewhere@example.com");
        var move = new ChangeEmail(alice, elsewhere, new PasswordConfirmation(HASH, null), LATER);
        store().transact(occasion(AuditAction.USER_UPDATE), streams -> streams.execute(alice, move));
        assertThat(logs().of(alice, 25, 0))
                .extracting(LogEntry::userEmail)
                .containsExactly(elsewhere.value(), address(alice).value());
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

    private void revoke(SessionId session) {
        ask(session, new RevokeSession(session, alice, NOON));
    }

    /** Of Alice; others leave things behind as well. */
    private List<SessionId> sessionsThatRemain(Instant expiredBefore) {
        return remains().sessions(expiredBefore, Integer.MAX_VALUE).stream()
                .filter(old -> old.owner().equals(alice))
                .map(OverdueSession::id)
                .toList();
    }

    private List<TokenId> tokensThatRemain(Instant expiredBefore) {
        return remains().tokens(expiredBefore, Integer.MAX_VALUE).stream()
                .filter(id -> id.project().equals(project))
                .toList();
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
