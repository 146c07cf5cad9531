package io.gatehouse.domain.token;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Decision.Accepted;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.SecretDigest;
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
import io.gatehouse.domain.token.TokenEvent.TokenWithdrawn;
import io.gatehouse.domain.token.TokenEvent.WrongCodePresented;
import java.time.Instant;
import java.util.List;

/** A token as its events left it. A used, an expired, a withdrawn and a guessed one are all the same: not good. */
public sealed interface Token extends Aggregate<Token, TokenCommand, TokenEvent> {

    /** Of a million codes, an attacker may try ten: then this one is no good any more. */
    int MAX_FAILED_ATTEMPTS = 10;

    record Absent() implements Token {}

    /** @param wrongCodes presented while this token could have been meant */
    record Open(AccountId account, TokenKind kind, SecretDigest secret, Instant expiresAt, int failedAttempts)
            implements Token {

        private boolean canBeRedeemedBy(RedeemToken c) {
            return account.equals(c.owner())
                    && c.kinds().contains(kind)
                    && !expiresAt.isBefore(c.at())
                    && secret.matches(c.presented());
        }

        private Open afterFailedAttempt() {
            return new Open(account, kind, secret, expiresAt, failedAttempts + 1);
        }
    }

    record Gone() implements Token {}

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
            case TokenIssued e -> new Open(e.account(), e.kind(), e.secret(), e.expiresAt(), 0);
            case WrongCodePresented _ -> this instanceof Open open ? open.afterFailedAttempt() : this;
            case TokenRedeemed _, TokenWithdrawn _, TokenExpired _, RecoveryIgnored _ -> new Gone();
        };
    }

    private Decision<TokenEvent> redeem(RedeemToken c) {
        return switch (this) {
            case Open open when open.canBeRedeemedBy(c) -> accept(new TokenRedeemed(open.account(), c.token(), c.at()));
            case Open _, Absent _, Gone _ -> refuse(new InvalidToken());
        };
    }

    private Decision<TokenEvent> recordFailedAttempt(RecordFailedAttempt c) {
        return switch (this) {
            case Open open when !open.kind().isGuessable() -> accept();
            case Open open when open.failedAttempts() + 1 < MAX_FAILED_ATTEMPTS -> accept(wrong(open, c));
            case Open open ->
                new Accepted<>(
                        List.of(wrong(open, c), withdrawn(open, c.token(), Reason.TOO_MANY_WRONG_CODES, c.at())));
            case Absent _, Gone _ -> accept();
        };
    }

    private Decision<TokenEvent> withdraw(WithdrawToken c) {
        return switch (this) {
            case Open open -> accept(withdrawn(open, c.token(), c.reason(), c.at()));
            case Absent _, Gone _ -> accept();
        };
    }

    private Decision<TokenEvent> expire(ExpireToken c) {
        return switch (this) {
            case Open open
            when open.expiresAt().isBefore(c.at()) -> accept(new TokenExpired(open.account(), c.token(), c.at()));
            case Open _, Absent _, Gone _ -> accept();
        };
    }

    private static TokenEvent wrong(Open open, RecordFailedAttempt c) {
        return new WrongCodePresented(open.account(), c.token(), c.at());
    }

    private static TokenEvent withdrawn(Open open, TokenId token, Reason reason, Instant at) {
        return new TokenWithdrawn(open.account(), token, reason, at);
    }
}
