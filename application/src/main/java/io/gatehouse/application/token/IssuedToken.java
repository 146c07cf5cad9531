package io.gatehouse.application.token;

import io.gatehouse.application.message.MessageComposer.Subject;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;

/**
 * A token that was just issued, with its secret in clear: for the message, and once for the response to a server.
 *
 * @param phrase the security phrase, which the message contains too; empty unless requested
 */
public record IssuedToken(
        TokenId id,
        AccountId account,
        TokenKind kind,
        Secret secret,
        String phrase,
        Instant createdAt,
        Instant expiresAt) {

    public TokenIssued issued() {
        return new TokenIssued(account, id, kind, secret.digest(), expiresAt, createdAt);
    }

    /** The token as the subject of the message that contains it. */
    public Subject subject() {
        return new Subject(id.value(), account, createdAt, expiresAt);
    }
}
