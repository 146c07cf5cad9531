package io.gatehouse.application.token;

import static io.gatehouse.application.Concurrency.inParallel;
import static io.gatehouse.application.Refusals.refusalOf;
import static io.gatehouse.application.SampleEvents.NOON;
import static io.gatehouse.application.SampleEvents.tokenIssued;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.ContractFixture;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.PersistencePorts;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.token.TokenRedemption.PresentedToken;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenKind;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Concurrent attempts redeem a token once, and each wrong code counts. */
public abstract class RedemptionConcurrencyContract {

    private final EventStore store;
    private final ContractFixture given;
    private final AccountId alice;

    protected RedemptionConcurrencyContract(PersistencePorts ports) {
        this.store = ports.store();
        this.given = new ContractFixture(store);
        this.alice = given.alice();
    }

    @Test
    void of_many_concurrent_attempts_to_redeem_a_token_one_succeeds() throws Exception {
        given.signUp(alice);
        given.append(tokenIssued(alice, "123456", TokenKind.EMAIL_CODE));
        var answers = inParallel(32, _ -> refusalToRedeem("123456"));
        assertThat(answers).containsOnlyOnce(Optional.empty());
        assertThat(answers).filteredOn(Optional::isPresent).hasSize(31).containsOnly(Optional.of(new InvalidToken()));
    }

    @Test
    void a_token_can_be_redeemed_after_nine_concurrent_wrong_codes_but_not_after_ten() throws Exception {
        given.signUp(alice);
        given.append(tokenIssued(alice, "123456", TokenKind.EMAIL_CODE));
        inParallel(9, _ -> refusalToRedeem("000000"));
        assertThat(refusalToRedeem("123456")).isEmpty();
        given.append(tokenIssued(alice, "654321", TokenKind.EMAIL_CODE));
        inParallel(10, _ -> refusalToRedeem("000000"));
        assertThat(refusalToRedeem("654321")).contains(new InvalidToken());
    }

    private Optional<Refusal> refusalToRedeem(String code) {
        var presentedToken = new PresentedToken(alice, Set.of(TokenKind.EMAIL_CODE), new Secret(code));
        var tokenRedemption = new TokenRedemption(store, () -> NOON);
        return refusalOf(() -> tokenRedemption.redeem(
                presentedToken, AuditAction.SESSION_CREATE, given.context(), (_, token) -> token.id()));
    }
}
