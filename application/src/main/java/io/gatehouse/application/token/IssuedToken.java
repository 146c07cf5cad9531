package io.gatehouse.application.token;

import io.gatehouse.application.message.MessageComposer.Subject;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenId;
import io.gatehouse.domain.token.TokenKind;
import java.time.Instant;

/**
 * A token that was just issued, with the secret in clear: for the message, and for servers, this once.
 *
 * @param phrase two words to compare, which stand in the message too; empty unless asked for
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

    /** What the message that carries the token is about. */
    public Subject subject() {
        return new Subject(id.value(), account, createdAt, expiresAt);
    }
}
