package io.gatehouse.domain.token;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** Everything that can have happened to a token. */
public sealed interface TokenEvent extends Event {

    AccountId account();

    @Override
    default ProjectId project() {
        return account().project();
    }

    @Override
    default String userId() {
        return account().value();
    }

    /** Which token. */
    TokenId token();

    /**
     * @param secret the digest of the secret that was sent
     * @param expiresAt the last instant at which it can be redeemed
     */
    record TokenIssued(
            AccountId account, TokenId token, TokenKind kind, SecretDigest secret, Instant expiresAt, Instant at)
            implements TokenEvent {}

    record TokenRedeemed(AccountId account, TokenId token, Instant at) implements TokenEvent {}

    /** A wrong code was presented that could have been a guess at this token. */
    record WrongCodePresented(AccountId account, TokenId token, Instant at) implements TokenEvent {}

    /** It became invalid without having been redeemed. */
    record TokenWithdrawn(AccountId account, TokenId token, Reason reason, Instant at) implements TokenEvent {}

    /** Recorded when the expired token is removed; it cannot be redeemed from its expiry on. */
    record TokenExpired(AccountId account, TokenId token, Instant at) implements TokenEvent {}

    /**
     * Password recovery was requested for an account that does not exist or is blocked; the response is the same as for
     * others. Nothing was issued.
     *
     * @param account a new ID if the account does not exist
     * @param token the ID that the response named
     */
    record RecoveryIgnored(AccountId account, TokenId token, Instant at) implements TokenEvent {}

    /**
     * A code or a link that signs in was requested for a blocked account of a strict project. Nothing was issued.
     *
     * @param token the ID that the response named
     */
    record TokenRequestIgnored(AccountId account, TokenId token, Instant at) implements TokenEvent {}

    /** Why a token was withdrawn. The names are written to the log, so they are never changed. */
    enum Reason {
        /** The user has changed the address or the number to which it was sent. */
        ADDRESS_CHANGED,

        TOO_MANY_WRONG_CODES,
        USER_DELETED
    }
}
