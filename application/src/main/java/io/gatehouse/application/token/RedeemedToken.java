package io.gatehouse.application.token;

import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenId;
import java.time.Instant;

/** A token that was just redeemed, and cannot be redeemed again. */
public record RedeemedToken(TokenId id, AccountId account, Instant createdAt, Instant expiresAt) {

    public static RedeemedToken of(OutstandingToken token, AccountId account) {
        return new RedeemedToken(
                token.id(), account, token.issuedAt(), token.terms().expiresAt());
    }
}
