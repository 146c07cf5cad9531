package io.gatehouse.domain.session;

import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.List;

/** All commands to a session. */
public sealed interface SessionCommand {

    /**
     * Ends the session; refused if it has ended or expired, or is another user's.
     *
     * @param by the user who made the request
     */
    record RevokeSession(SessionId session, AccountId by, Instant at) implements SessionCommand {}

    /**
     * Ends the session if it has not ended yet; changes nothing otherwise.
     *
     * @param by the user who made the request
     */
    record EndSession(SessionId session, AccountId by, Instant at) implements SessionCommand {}

    /**
     * @param by the user who made the request
     * @param expiresAt the new last instant at which it is valid
     */
    record ExtendUntil(SessionId session, AccountId by, Instant expiresAt, Instant at) implements SessionCommand {}

    /**
     * @param by the user who made the request
     * @param factors the factors proven, in that order
     */
    record AddFactors(SessionId session, AccountId by, List<AuthenticationFactor> factors, Instant at)
            implements SessionCommand {}

    /**
     * @param by the user who passed the challenge
     * @param factor the factor of the challenge
     */
    record RecordChallengePassed(SessionId session, AccountId by, AuthenticationFactor factor, Instant at)
            implements SessionCommand {}

    /** Requires that the session is valid and belongs to the user; changes nothing. */
    record RequireSession(SessionId session, AccountId by, Instant at) implements SessionCommand {}

    /** Ends the session, if it has not ended yet, because a newer one exceeds the limit of sessions. */
    record EvictSession(SessionId session, Instant at) implements SessionCommand {}

    record ExpireSession(SessionId session, Instant at) implements SessionCommand {}
}
