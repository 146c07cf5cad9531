package io.gatehouse.application.token;

import static io.gatehouse.application.Contract.refusalOf;
import static io.gatehouse.application.InMemoryGatehouse.OCCASION;
import static io.gatehouse.application.InMemoryGatehouse.id;
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
    private final Requests requests = new Requests(gatehouse);

    @Test
    void a_token_is_redeemed_by_its_secret_and_no_other_is_touched() {
        requests.emailCode("alice");
        var token = requests.emailCode("alice");
        requests.magicUrl("alice");
        assertThat(redeem("alice", BY_MAIL, token.secret())).isEqualTo(token.id());
        assertThat(OpenTokens.of(id("alice"), gatehouse.events())).hasSize(2);
        assertThat(gatehouse.store().all(WrongCodePresented.class)).isEmpty();
    }

    @Test
    void a_token_is_redeemed_once() {
        var token = requests.magicUrl("alice");
        assertThat(refusal("alice", BY_MAIL, token.secret())).isEmpty();
        assertThat(refusal("alice", BY_MAIL, token.secret())).contains(new InvalidToken());
    }

    @Test
    void a_token_of_somebody_else_of_another_kind_or_run_out_is_a_wrong_one() {
        var token = requests.emailCode("alice");
        requests.emailCode("bob");
        assertThat(refusal("bob", BY_MAIL, token.secret())).contains(new InvalidToken());
        assertThat(refusal("nobody", BY_MAIL, token.secret())).contains(new InvalidToken());
        assertThat(refusal("alice", BY_SMS, token.secret())).contains(new InvalidToken());
        gatehouse.pass(Duration.ofMinutes(15).plusMillis(1));
        assertThat(refusal("alice", BY_MAIL, token.secret())).contains(new InvalidToken());
    }

    @Test
    void a_token_is_good_at_the_very_last_moment() {
        var token = requests.emailCode("alice");
        gatehouse.pass(Duration.ofMinutes(15));
        assertThat(refusal("alice", BY_MAIL, token.secret())).isEmpty();
    }

    @Test
    void a_wrong_code_counts_against_every_code_it_could_have_been_a_guess_at() {
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
    void a_code_of_a_kind_that_was_not_asked_for_is_guessed_by_nobody() {
        requests.phoneCode("alice");
        assertThat(refusal("alice", BY_MAIL, WRONG_CODE)).contains(new InvalidToken());
        assertThat(gatehouse.store().all(WrongCodePresented.class)).isEmpty();
    }

    @Test
    void what_does_not_look_like_a_code_guesses_none() {
        requests.emailCode("alice");
        assertThat(refusal("alice", BY_MAIL, new Secret("f".repeat(64)))).contains(new InvalidToken());
        assertThat(refusal("alice", BY_MAIL, new Secret("12345"))).contains(new InvalidToken());
        assertThat(gatehouse.store().all(WrongCodePresented.class)).isEmpty();
    }

    @Test
    void ten_wrong_codes_are_too_many() {
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
    void a_code_that_comes_later_is_another_chance() {
        requests.emailCode("alice");
        guessWrong(10);
        var later = requests.emailCode("alice");
        guessWrong(9);
        assertThat(refusal("alice", BY_MAIL, later.secret())).isEmpty();
    }

    @Test
    void no_number_of_wrong_codes_spoils_a_link() {
        var link = requests.magicUrl("alice");
        guessWrong(20);
        assertThat(refusal("alice", BY_MAIL, link.secret())).isEmpty();
    }

    @Test
    void a_token_stays_as_it_was_if_what_it_is_good_for_is_refused() {
        var token = requests.emailCode("alice");
        var presentedToken = new PresentedToken(id("alice"), BY_MAIL, token.secret());
        assertThat(refusalOf(() -> gatehouse
                        .redemption()
                        .redeem(presentedToken, AuditAction.SESSION_CREATE, OCCASION, (_, _) -> {
                            throw new RefusedException(new UserIsBlocked());
                        })))
                .contains(new UserIsBlocked());
        assertThat(gatehouse.store().all(TokenRedeemed.class)).isEmpty();
        assertThat(refusal("alice", BY_MAIL, token.secret())).isEmpty();
    }

    @Test
    void the_right_code_never_counts_as_a_wrong_one_whatever_comes_of_it() {
        var token = requests.emailCode("alice");
        var presentedToken = new PresentedToken(id("alice"), BY_MAIL, token.secret());
        assertThat(refusalOf(() -> gatehouse
                        .redemption()
                        .redeem(presentedToken, AuditAction.SESSION_CREATE, OCCASION, (_, _) -> {
                            throw new RefusedException(new InvalidToken());
                        })))
                .contains(new InvalidToken());
        assertThat(gatehouse.store().all(WrongCodePresented.class)).isEmpty();
    }

    @Test
    void wrong_codes_leave_no_entry_in_the_security_log() {
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
                .redemption()
                .redeem(presentedToken, AuditAction.SESSION_CREATE, OCCASION, (_, token) -> token.id());
    }
}
