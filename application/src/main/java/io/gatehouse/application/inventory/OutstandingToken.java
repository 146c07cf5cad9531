package io.gatehouse.application.inventory;

import io.gatehouse.application.token.RedeemedToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;

/** A token somebody holds, as far as it takes to find the one that is meant. */
public record OutstandingToken(TokenId id, TokenKind kind, SecretDigest secret, Instant issuedAt, Instant expiresAt) {

    public boolean isValid(Instant now) {
        return !expiresAt.isBefore(now);
    }

    public boolean matches(Secret presented) {
        return secret.matches(presented.digest());
    }

    public RedeemedToken redeemedBy(AccountId account) {
        return new RedeemedToken(id, account, issuedAt, expiresAt);
    }
}
