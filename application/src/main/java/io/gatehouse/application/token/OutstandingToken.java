package io.gatehouse.application.token;

import io.gatehouse.domain.Secret;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;

/** A token somebody holds, as far as it takes to find the one that is meant. */
public record OutstandingToken(TokenId id, TokenKind kind, SecretDigest secret, Instant issuedAt, Instant expiresAt) {

    boolean isValid(Instant now) {
        return !expiresAt.isBefore(now);
    }

    boolean matches(Secret presented) {
        return secret.matches(presented.digest());
    }

    RedeemedToken redeemedBy(AccountId account) {
        return new RedeemedToken(id, account, issuedAt, expiresAt);
    }
}
