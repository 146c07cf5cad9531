package io.gatehouse.domain.token;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** Everything that can have happened to a token. */
public sealed interface TokenEvent extends Event {

    /** Which token. */
    TokenId token();

    /**
     * @param secret the digest of what was sent
     * @param expiresAt the last instant at which it can be redeemed
     */
    record TokenIssued(
            AccountId account, TokenId token, TokenKind kind, SecretDigest secret, Instant expiresAt, Instant at)
            implements TokenEvent {}

    record TokenRedeemed(AccountId account, TokenId token, Instant at) implements TokenEvent {}

    /** Somebody guessed, and guessed wrong, while this token could have been meant. */
    record WrongCodePresented(AccountId account, TokenId token, Instant at) implements TokenEvent {}

    /** It is of no use any more, without ever having been used. */
    record TokenWithdrawn(AccountId account, TokenId token, Reason reason, Instant at) implements TokenEvent {}

    /** Written when the token is cleared away; it was of no use from the moment it ran out. */
    record TokenExpired(AccountId account, TokenId token, Instant at) implements TokenEvent {}

    /**
     * Somebody asked to recover an account that is not there, or is blocked, and was told what everybody is told.
     *
     * @param token what they were told was issued
     */
    record RecoveryIgnored(AccountId account, TokenId token, Instant at) implements TokenEvent {}

    /** Why a token was withdrawn. The names are written to the log, so they are never changed. */
    enum Reason {
        /** It was sent to an address or a number that is not the user's any more. */
        ADDRESS_CHANGED,

        TOO_MANY_WRONG_CODES,
        USER_DELETED
    }
}
