package io.gatehouse.domain.token;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Decision.Accepted;
import io.gatehouse.domain.Refusal.InvalidToken;
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
import java.time.Instant;
import java.util.List;

/**
 * The state of a token, folded from its events. Redeemed, expired, withdrawn and unknown tokens are indistinguishable:
 * none can be redeemed.
 */
public sealed interface Token extends Aggregate<Token, TokenCommand, TokenEvent> {

    /**
     * A six-digit code is withdrawn after ten wrong ones were presented. Attempts that are checked concurrently may
     * exceed this by a few.
     */
    int MAX_FAILED_ATTEMPTS = 10;

    /** Never issued, redeemed, withdrawn or expired. */
    record Absent() implements Token {}

    /** @param failedAttempts wrong codes presented for the account while this token was open and of an accepted kind */
    record Open(AccountId account, TokenTerms terms, int failedAttempts) implements Token {

        private boolean canBeRedeemedBy(RedeemToken c) {
            return account.equals(c.owner()) && terms.areMetBy(c.acceptedKinds(), c.presentedSecret(), c.at());
        }

        private Open afterFailedAttempt() {
            return new Open(account, terms, failedAttempts + 1);
        }
    }

    @Override
    default Decision<TokenEvent> decide(TokenCommand command) {
        return switch (command) {
            case RedeemToken c -> redeem(c);
            case RecordFailedAttempt c -> recordFailedAttempt(c);
            case WithdrawToken c -> withdraw(c);
            case ExpireToken c -> expire(c);
        };
    }

    @Override
    default Token evolve(TokenEvent event) {
        return switch (event) {
            case TokenIssued e -> new Open(e.account(), new TokenTerms(e.kind(), e.secret(), e.expiresAt()), 0);
            case WrongCodePresented _ -> this instanceof Open open ? open.afterFailedAttempt() : this;
            case TokenRedeemed _, TokenWithdrawn _, TokenExpired _, RecoveryIgnored _, TokenRequestIgnored _ ->
                new Absent();
        };
    }

    private Decision<TokenEvent> redeem(RedeemToken c) {
        return switch (this) {
            case Open open when open.canBeRedeemedBy(c) -> accept(new TokenRedeemed(open.account(), c.token(), c.at()));
            case Open _, Absent _ -> refuse(new InvalidToken());
        };
    }

    /** Links have secrets too long to guess, so wrong ones are not counted. */
    private Decision<TokenEvent> recordFailedAttempt(RecordFailedAttempt c) {
        return switch (this) {
            case Open open when !open.terms().kind().isGuessable() -> accept();
            case Open open when open.failedAttempts() + 1 < MAX_FAILED_ATTEMPTS -> accept(wrongCode(open, c));
            case Open open ->
                new Accepted<>(
                        List.of(wrongCode(open, c), withdrawn(open, c.token(), Reason.TOO_MANY_WRONG_CODES, c.at())));
            case Absent _ -> accept();
        };
    }

    private Decision<TokenEvent> withdraw(WithdrawToken c) {
        return switch (this) {
            case Open open -> accept(withdrawn(open, c.token(), c.reason(), c.at()));
            case Absent _ -> accept();
        };
    }

    private Decision<TokenEvent> expire(ExpireToken c) {
        return switch (this) {
            case Open open
            when open.terms().expiresAt().isBefore(c.at()) ->
                accept(new TokenExpired(open.account(), c.token(), c.at()));
            case Open _, Absent _ -> accept();
        };
    }

    private static TokenEvent wrongCode(Open open, RecordFailedAttempt c) {
        return new WrongCodePresented(open.account(), c.token(), c.at());
    }

    private static TokenEvent withdrawn(Open open, TokenId token, Reason reason, Instant at) {
        return new TokenWithdrawn(open.account(), token, reason, at);
    }
}
