package io.gatehouse.application.token;

import static io.gatehouse.application.InMemoryGatehouse.id;
import static io.gatehouse.application.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.InMemoryGatehouse;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.token.TokenRedemption.PresentedToken;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.token.TokenEvent.TokenRedeemed;
import io.gatehouse.domain.token.TokenEvent.TokenWithdrawn;
import io.gatehouse.domain.token.TokenEvent.WrongCodePresented;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenRedemptionTest {

    private static final Secret WRONG_CODE = new Secret("999999");
    private static final Set<TokenKind> BY_MAIL = Set.of(TokenKind.EMAIL_CODE, TokenKind.MAGIC_URL);
    private static final Set<TokenKind> BY_SMS = Set.of(TokenKind.PHONE_CODE);

    private final InMemoryGatehouse gatehouse = new InMemoryGatehouse();
    private final TokenRequests requests = new TokenRequests(gatehouse);

    @Test
    void the_secret_redeems_its_token_and_changes_no_other() {
        requests.emailCode("alice");
        var token = requests.emailCode("alice");
        requests.magicUrl("alice");
        assertThat(redeem("alice", BY_MAIL, token.secret())).isEqualTo(token.id());
        assertThat(TokensFromLog.of(id("alice"), gatehouse.events())).hasSize(2);
        assertThat(gatehouse.store().all(WrongCodePresented.class)).isEmpty();
    }

    @Test
    void a_token_is_redeemed_once() {
        var token = requests.magicUrl("alice");
        assertThat(refusal("alice", BY_MAIL, token.secret())).isEmpty();
        assertThat(refusal("alice", BY_MAIL, token.secret())).contains(new InvalidToken());
    }

    @Test
    void a_token_of_another_user_of_another_kind_or_expired_is_refused() {
        var token = requests.emailCode("alice");
        requests.emailCode("bob");
        assertThat(refusal("bob", BY_MAIL, token.secret())).contains(new InvalidToken());
        assertThat(refusal("nobody", BY_MAIL, token.secret())).contains(new InvalidToken());
        assertThat(refusal("alice", BY_SMS, token.secret())).contains(new InvalidToken());
        gatehouse.advanceClock(Duration.ofMinutes(15).plusMillis(1));
        assertThat(refusal("alice", BY_MAIL, token.secret())).contains(new InvalidToken());
    }

    @Test
    void a_token_can_be_redeemed_until_it_expires() {
        var token = requests.emailCode("alice");
        gatehouse.advanceClock(Duration.ofMinutes(15));
        assertThat(refusal("alice", BY_MAIL, token.secret())).isEmpty();
    }

    @Test
    void a_wrong_code_is_counted_against_every_open_code_of_the_user_and_kind() {
        var first = requests.emailCode("alice");
        var second = requests.emailCode("alice");
        requests.magicUrl("alice");
        requests.emailCode("bob");
        assertThat(refusal("alice", BY_MAIL, WRONG_CODE)).contains(new InvalidToken());
        assertThat(gatehouse.store().all(WrongCodePresented.class))
                .extracting(WrongCodePresented::token)
                .containsExactly(first.id(), second.id());
    }

    @Test
    void a_wrong_code_is_not_counted_against_codes_of_other_kinds() {
        requests.phoneCode("alice");
        assertThat(refusal("alice", BY_MAIL, WRONG_CODE)).contains(new InvalidToken());
        assertThat(gatehouse.store().all(WrongCodePresented.class)).isEmpty();
    }

    @Test
    void a_secret_that_is_no_code_is_not_counted() {
        requests.emailCode("alice");
        assertThat(refusal("alice", BY_MAIL, new Secret("f".repeat(64)))).contains(new InvalidToken());
        assertThat(refusal("alice", BY_MAIL, new Secret("12345"))).contains(new InvalidToken());
        assertThat(gatehouse.store().all(WrongCodePresented.class)).isEmpty();
    }

    @Test
    void the_tenth_wrong_code_withdraws_the_token() {
        var token = requests.emailCode("alice");
        guessWrong(9);
        assertThat(gatehouse.store().all(TokenWithdrawn.class)).isEmpty();
        guessWrong(1);
        assertThat(gatehouse.store().all(TokenWithdrawn.class))
                .extracting(TokenWithdrawn::token)
                .containsExactly(token.id());
        assertThat(refusal("alice", BY_MAIL, token.secret())).contains(new InvalidToken());
    }

    @Test
    void a_later_code_has_a_count_of_its_own() {
        requests.emailCode("alice");
        guessWrong(10);
        var later = requests.emailCode("alice");
        guessWrong(9);
        assertThat(refusal("alice", BY_MAIL, later.secret())).isEmpty();
    }

    @Test
    void wrong_codes_are_not_counted_against_links() {
        var link = requests.magicUrl("alice");
        guessWrong(20);
        assertThat(refusal("alice", BY_MAIL, link.secret())).isEmpty();
    }

    @Test
    void a_token_is_not_spent_if_its_use_is_refused() {
        var token = requests.emailCode("alice");
        var presentedToken = new PresentedToken(id("alice"), BY_MAIL, token.secret());
        assertThat(refusalOf(() -> gatehouse
                        .tokenRedemption()
                        .redeem(presentedToken, AuditAction.SESSION_CREATE, gatehouse.context(), (_, _) -> {
                            throw new RefusedException(new UserIsBlocked());
                        })))
                .contains(new UserIsBlocked());
        assertThat(gatehouse.store().all(TokenRedeemed.class)).isEmpty();
        assertThat(refusal("alice", BY_MAIL, token.secret())).isEmpty();
    }

    @Test
    void the_right_code_is_not_counted_as_wrong_even_if_its_use_is_refused() {
        var token = requests.emailCode("alice");
        var presentedToken = new PresentedToken(id("alice"), BY_MAIL, token.secret());
        assertThat(refusalOf(() -> gatehouse
                        .tokenRedemption()
                        .redeem(presentedToken, AuditAction.SESSION_CREATE, gatehouse.context(), (_, _) -> {
                            throw new RefusedException(new InvalidToken());
                        })))
                .contains(new InvalidToken());
        assertThat(gatehouse.store().all(WrongCodePresented.class)).isEmpty();
    }

    @Test
    void wrong_codes_leave_no_log_entry() {
        requests.emailCode("alice");
        guessWrong(10);
        assertThat(gatehouse.logs().count(id("alice"))).isOne();
    }

    private void guessWrong(int times) {
        for (var n = 0; n < times; n++) {
            assertThat(refusal("alice", BY_MAIL, WRONG_CODE)).contains(new InvalidToken());
        }
    }

    private Optional<Refusal> refusal(String user, Set<TokenKind> kinds, Secret secret) {
        return refusalOf(() -> redeem(user, kinds, secret));
    }

    private TokenId redeem(String user, Set<TokenKind> kinds, Secret secret) {
        var presentedToken = new PresentedToken(id(user), kinds, secret);
        return gatehouse
                .tokenRedemption()
                .redeem(presentedToken, AuditAction.SESSION_CREATE, gatehouse.context(), (_, token) -> token.id());
    }
}
