package io.gatehouse.domain.token;

import io.gatehouse.domain.SecretDigest;
import java.time.Instant;
import java.util.Set;

/**
 * The conditions under which a token can be redeemed.
 *
 * @param expiresAt the last instant at which it can be redeemed
 */
public record TokenTerms(TokenKind kind, SecretDigest secret, Instant expiresAt) {

    /** @param kinds the kinds that the purpose accepts */
    public boolean areMetBy(Set<TokenKind> kinds, SecretDigest presented, Instant now) {
        return apply(kinds, now) && secret.matches(presented);
    }

    /** Whether a wrong secret counts as a failed attempt at this token: it is valid and of an accepted kind. */
    public boolean areFailedBy(Set<TokenKind> kinds, SecretDigest presented, Instant now) {
        return apply(kinds, now) && !secret.matches(presented);
    }

    private boolean apply(Set<TokenKind> kinds, Instant now) {
        return kinds.contains(kind) && !expiresAt.isBefore(now);
    }
}
