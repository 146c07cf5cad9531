package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.token.TokenRedemption;
import io.gatehouse.application.token.TokenRedemption.PresentedToken;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidCredentials;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountCommand.ChangePassword;
import io.gatehouse.domain.account.AccountCommand.SignIn;
import io.gatehouse.domain.account.AccountCommand.VettedPassword;
import io.gatehouse.domain.session.SessionCommand.EndSession;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import io.gatehouse.domain.session.SessionCommand.ExtendUntil;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.token.TokenCommand.RecordFailedAttempt;
import io.gatehouse.domain.token.TokenCommand.WithdrawToken;
import io.gatehouse.domain.token.TokenEvent.Reason;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What an event store promises about the sessions and tokens that somebody holds. */
abstract class HoldingsContract extends FactorsContract {

    @Test
    void sessions_are_held_oldest_first_until_something_ends_them() {
        signUp(alice);
        signUp(bob);
        var second = signIn(alice, "second", NOON.plusSeconds(1));
        var third = signIn(alice, "third", NOON.plusSeconds(2));
        var first = signIn(alice, "first", NOON);
        signIn(bob, "of-bob");
        ask(second, new RevokeSession(second, alice, NOON));
        ask(third, new ExtendUntil(third, alice, TOO_LATE, NOON));
        assertThat(sessionsHeld()).containsExactly(new OpenSession(first, MIDNIGHT), new OpenSession(third, TOO_LATE));
    }

    @Test
    void tokens_are_held_oldest_first_until_something_ends_them() {
        signUp(alice);
        signUp(bob);
        var second = issued(alice, "second", TokenKind.RECOVERY, NOON.plusSeconds(1));
        var first = issued(alice, "first", TokenKind.EMAIL_CODE);
        var withdrawn = issued(alice, "withdrawn", TokenKind.PHONE_CODE);
        happened(second, first, withdrawn, issued(bob, "of-bob", TokenKind.MAGIC_URL));
        ask(first.token(), new RecordFailedAttempt(first.token(), NOON));
        ask(withdrawn.token(), new WithdrawToken(withdrawn.token(), Reason.ADDRESS_CHANGED, NOON));
        assertThat(tokensHeld()).containsExactly(asHeld(first), asHeld(second));
    }

    @Test
    void holdings_are_told_without_what_the_same_work_has_decided() {
        signUp(alice);
        var first = signIn(alice, "first");
        var held = store().transact(occasion(null), streams -> {
            streams.append(opened(alice, "second", NOON));
            streams.append(issued(alice, "token", TokenKind.MAGIC_URL));
            assertThat(streams.tokensOf(alice)).isEmpty();
            return streams.sessionsOf(alice);
        });
        assertThat(held).containsExactly(new OpenSession(first, MIDNIGHT));
    }

    @Test
    void of_two_who_sign_in_at_once_one_sees_the_session_of_the_other() throws Exception {
        signUp(alice);
        var seen = bothAtOnce(
                streams -> streams.sessionsOf(alice).size(),
                (streams, _) -> streams.append(opened(alice, fresh(), NOON)));
        assertThat(seen).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void of_two_tokens_issued_at_once_one_is_seen_by_whoever_issues_the_other() throws Exception {
        signUp(alice);
        var seen = bothAtOnce(
                streams -> streams.tokensOf(alice).size(),
                (streams, _) -> streams.append(issued(alice, fresh(), TokenKind.MAGIC_URL)));
        assertThat(seen).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void of_many_who_sign_in_at_once_no_more_stay_than_there_is_room_for() throws Exception {
        signUp(alice);
        inParallel(16, n -> store().transact(occasion(null), streams -> {
            var held = streams.sessionsOf(alice);
            streams.append(opened(alice, "session-" + n, NOON));
            held.stream()
                    .limit(Math.max(0, held.size() - 2))
                    .forEach(session -> streams.execute(session.id(), new EvictSession(session.id(), NOON)));
            return held.size();
        }));
        assertThat(sessions().of(alice, NOON)).hasSize(3);
    }

    @Test
    void a_session_that_begins_while_the_password_changes_is_ended_with_the_others() {
        signUp(alice);
        signIn(alice, "first");
        var attempt = new AtomicInteger();
        store().transact(occasion(null), streams -> {
            streams.execute(alice, newPassword());
            var held = streams.sessionsOf(alice);
            if (attempt.getAndIncrement() == 0) {
                CompletableFuture.runAsync(() -> signInByPassword(alice, "meanwhile"))
                        .join();
            }
            held.forEach(session -> streams.execute(session.id(), new EndSession(session.id(), alice, NOON)));
            return held.size();
        });
        assertThat(attempt).hasValue(2);
        assertThat(sessions().of(alice, NOON)).isEmpty();
    }

    @Test
    void a_password_that_changes_while_somebody_signs_in_by_it_is_a_wrong_one() {
        signUp(alice);
        var attempt = new AtomicInteger();
        var answer = refusalOf(() -> store().transact(occasion(null), streams -> {
            streams.execute(alice, new SignIn(alice, HASH, true, null, NOON));
            if (attempt.getAndIncrement() == 0) {
                CompletableFuture.runAsync(() -> ask(alice, newPassword())).join();
            }
            streams.append(opened(alice, "too-late", NOON));
            return alice;
        }));
        assertThat(answer).contains(new InvalidCredentials());
        assertThat(sessions().of(alice, NOON)).isEmpty();
    }

    @Test
    void no_session_by_the_old_password_is_left_however_close_the_race() throws Exception {
        signUp(alice);
        inParallel(8, n -> refusalOf(n == 0 ? this::changePassword : () -> signInByPassword(alice, "session-" + n)));
        assertThat(directory().credentials(alice).orElseThrow().password()).isEqualTo(STRONGER);
        assertThat(sessions().of(alice, NOON)).isEmpty();
    }

    @Test
    void a_token_is_redeemed_once_however_many_try() throws Exception {
        signUp(alice);
        happened(issued(alice, "123456", TokenKind.EMAIL_CODE));
        var answers = inParallel(32, _ -> refusalToRedeem("123456"));
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers).filteredOn(Optional::isPresent).hasSize(31).containsOnly(Optional.of(new InvalidToken()));
    }

    @Test
    void nine_wrong_codes_at_once_are_forgiven_and_ten_are_not() throws Exception {
        signUp(alice);
        happened(issued(alice, "123456", TokenKind.EMAIL_CODE));
        inParallel(9, _ -> refusalToRedeem("000000"));
        assertThat(refusalToRedeem("123456")).isEmpty();
        happened(issued(alice, "654321", TokenKind.EMAIL_CODE));
        inParallel(10, _ -> refusalToRedeem("000000"));
        assertThat(refusalToRedeem("654321")).contains(new InvalidToken());
    }

    private Optional<Refusal> refusalToRedeem(String code) {
        var presentedToken = new PresentedToken(alice, Set.of(TokenKind.EMAIL_CODE), new Secret(code));
        var tokenRedemption = new TokenRedemption(store(), () -> NOON);
        return refusalOf(() -> tokenRedemption.redeem(
                presentedToken, AuditAction.SESSION_CREATE, occasion(null), (_, token) -> token.id()));
    }

    private List<OpenSession> sessionsHeld() {
        return store().transact(occasion(null), streams -> streams.sessionsOf(alice));
    }

    private List<OutstandingToken> tokensHeld() {
        return store().transact(occasion(null), streams -> streams.tokensOf(alice));
    }

    private static OutstandingToken asHeld(TokenIssued e) {
        return new OutstandingToken(e.token(), e.kind(), e.secret(), e.at(), e.expiresAt());
    }

    private ChangePassword newPassword() {
        return new ChangePassword(alice, HASH, new VettedPassword(STRONGER, false, false, 0), NOON);
    }

    private void changePassword() {
        store().transact(occasion(null), streams -> {
            streams.execute(alice, newPassword());
            var held = streams.sessionsOf(alice);
            held.forEach(session -> streams.execute(session.id(), new EndSession(session.id(), alice, NOON)));
            return held.size();
        });
    }
}
