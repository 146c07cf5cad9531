package io.gatehouse.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Given;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenCommand.ExpireToken;
import io.gatehouse.domain.token.TokenCommand.RecordFailedAttempt;
import io.gatehouse.domain.token.TokenCommand.RedeemToken;
import io.gatehouse.domain.token.TokenCommand.WithdrawToken;
import io.gatehouse.domain.token.TokenEvent.Reason;
import io.gatehouse.domain.token.TokenEvent.RecoveryIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenExpired;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import io.gatehouse.domain.token.TokenEvent.TokenRequestIgnored;
import io.gatehouse.domain.token.TokenEvent.TokenWithdrawn;
import io.gatehouse.domain.token.TokenEvent.WrongCodePresented;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant QUARTER_PAST = NOON.plus(Duration.ofMinutes(15));
    private static final Instant TOO_LATE = QUARTER_PAST.plusNanos(1000);
    private static final ProjectId DEMO = new ProjectId("demo");
    private static final AccountId ALICE = new AccountId(DEMO, "alice");
    private static final AccountId BOB = new AccountId(DEMO, "bob");
    private static final TokenId ID = new TokenId(DEMO, "token");
    private static final Secret CODE = new Secret("123456");
    private static final TokenIssued ISSUED = issued(TokenKind.EMAIL_CODE);
    private static final WrongCodePresented WRONG = new WrongCodePresented(ALICE, ID, NOON);
    private static final TokenRedeemed REDEEMED = new TokenRedeemed(ALICE, ID, NOON);
    private static final TokenWithdrawn WITHDRAWN = new TokenWithdrawn(ALICE, ID, Reason.ADDRESS_CHANGED, NOON);
    private static final TokenWithdrawn GUESSED = new TokenWithdrawn(ALICE, ID, Reason.TOO_MANY_WRONG_CODES, NOON);
    private static final TokenExpired EXPIRED = new TokenExpired(ALICE, ID, TOO_LATE);
    private static final RedeemToken REDEEM = redeem(ALICE, CODE, NOON, TokenKind.EMAIL_CODE);

    @Test
    void a_token_is_redeemed_by_its_owner_once() {
        given(ISSUED).when(REDEEM).then(REDEEMED);
        given(ISSUED, REDEEMED).when(REDEEM).thenRefused(new InvalidToken());
    }

    @Test
    void a_token_is_refused_to_other_users() {
        given(ISSUED).when(redeem(BOB, CODE, NOON, TokenKind.EMAIL_CODE)).thenRefused(new InvalidToken());
    }

    @Test
    void a_token_is_refused_for_other_kinds() {
        given(ISSUED).when(redeem(ALICE, CODE, NOON, TokenKind.RECOVERY)).thenRefused(new InvalidToken());
        given(ISSUED)
                .when(redeem(ALICE, CODE, NOON, TokenKind.MAGIC_URL, TokenKind.EMAIL_CODE))
                .then(REDEEMED);
    }

    @Test
    void a_token_is_refused_with_another_secret() {
        given(ISSUED)
                .when(redeem(ALICE, new Secret("654321"), NOON, TokenKind.EMAIL_CODE))
                .thenRefused(new InvalidToken());
    }

    @Test
    void a_token_can_be_redeemed_until_it_expires() {
        given(ISSUED)
                .when(redeem(ALICE, CODE, QUARTER_PAST, TokenKind.EMAIL_CODE))
                .then(new TokenRedeemed(ALICE, ID, QUARTER_PAST));
        given(ISSUED).when(redeem(ALICE, CODE, TOO_LATE, TokenKind.EMAIL_CODE)).thenRefused(new InvalidToken());
    }

    @Test
    void a_withdrawn_expired_or_unknown_token_is_refused() {
        given(ISSUED, WITHDRAWN).when(REDEEM).thenRefused(new InvalidToken());
        given(ISSUED, EXPIRED).when(REDEEM).thenRefused(new InvalidToken());
        given(new RecoveryIgnored(ALICE, ID, NOON)).when(REDEEM).thenRefused(new InvalidToken());
        given(new TokenRequestIgnored(ALICE, ID, NOON)).when(REDEEM).thenRefused(new InvalidToken());
        given().when(REDEEM).thenRefused(new InvalidToken());
    }

    @Test
    void a_token_can_be_redeemed_after_nine_wrong_codes() {
        given(ISSUED).when(new RecordFailedAttempt(ID, NOON)).then(WRONG);
        given(guessed(8)).when(new RecordFailedAttempt(ID, NOON)).then(WRONG);
        given(guessed(9)).when(REDEEM).then(REDEEMED);
    }

    @Test
    void the_tenth_wrong_code_withdraws_the_token() {
        given(guessed(9)).when(new RecordFailedAttempt(ID, NOON)).then(WRONG, GUESSED);
        var guessed = guessed(10);
        guessed.add(GUESSED);
        given(guessed).when(REDEEM).thenRefused(new InvalidToken());
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenKind.class,
            names = {"MAGIC_URL", "RECOVERY", "EMAIL_VERIFICATION"})
    void wrong_secrets_of_links_are_not_counted(TokenKind link) {
        given(issued(link)).when(new RecordFailedAttempt(ID, NOON)).thenNothingNew();
        assertThat(link.isGuessable()).isFalse();
    }

    @Test
    void wrong_codes_are_not_counted_against_redeemed_or_unknown_tokens() {
        given(ISSUED, REDEEMED).when(new RecordFailedAttempt(ID, NOON)).thenNothingNew();
        given(ISSUED, REDEEMED, WRONG).when(REDEEM).thenRefused(new InvalidToken());
        given().when(new RecordFailedAttempt(ID, NOON)).thenNothingNew();
    }

    @Test
    void an_open_token_is_withdrawn_once() {
        var withdraw = new WithdrawToken(ID, Reason.ADDRESS_CHANGED, NOON);
        given(ISSUED).when(withdraw).then(WITHDRAWN);
        given(ISSUED, WITHDRAWN).when(withdraw).thenNothingNew();
        given(ISSUED, REDEEMED).when(withdraw).thenNothingNew();
        given().when(withdraw).thenNothingNew();
    }

    @Test
    void expiry_is_recorded_after_the_expiry_time_and_not_before() {
        given(ISSUED).when(new ExpireToken(ID, QUARTER_PAST)).thenNothingNew();
        given(ISSUED).when(new ExpireToken(ID, TOO_LATE)).then(EXPIRED);
        given(ISSUED, EXPIRED).when(new ExpireToken(ID, TOO_LATE)).thenNothingNew();
        given(ISSUED, REDEEMED).when(new ExpireToken(ID, TOO_LATE)).thenNothingNew();
        given().when(new ExpireToken(ID, TOO_LATE)).thenNothingNew();
    }

    @Test
    void the_stored_stream_type_is_token() {
        assertThat(ID.streamType()).isEqualTo("token");
    }

    private static TokenIssued issued(TokenKind kind) {
        return new TokenIssued(ALICE, ID, kind, CODE.digest(), QUARTER_PAST, NOON);
    }

    private static RedeemToken redeem(AccountId owner, Secret secret, Instant at, TokenKind... kinds) {
        return new RedeemToken(ID, owner, Set.of(kinds), secret.digest(), at);
    }

    private static List<TokenEvent> guessed(int times) {
        var history = new ArrayList<TokenEvent>(List.of(ISSUED));
        for (var n = 0; n < times; n++) {
            history.add(WRONG);
        }
        return history;
    }

    private static Given<Token, TokenCommand, TokenEvent> given(TokenEvent... history) {
        return given(List.of(history));
    }

    private static Given<Token, TokenCommand, TokenEvent> given(List<TokenEvent> history) {
        return Given.of(ID, history);
    }
}
