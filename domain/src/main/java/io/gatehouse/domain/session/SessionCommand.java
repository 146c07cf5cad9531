package io.gatehouse.domain.session;

import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.List;

/** Everything one can ask of a session. */
public sealed interface SessionCommand {

    /**
     * Ends this one session, which has to be there.
     *
     * @param by whoever asks
     */
    record RevokeSession(SessionId session, AccountId by, Instant at) implements SessionCommand {}

    /**
     * Ends the session if it has not ended yet.
     *
     * @param by whoever asks
     */
    record EndSession(SessionId session, AccountId by, Instant at) implements SessionCommand {}

    /**
     * @param by whoever asks
     * @param expiresAt the last instant at which it shall be valid
     */
    record ExtendUntil(SessionId session, AccountId by, Instant expiresAt, Instant at) implements SessionCommand {}

    /**
     * @param by whoever asks
     * @param factors what they have proven, in that order
     */
    record AddFactors(SessionId session, AccountId by, List<String> factors, Instant at) implements SessionCommand {}

    /**
     * @param by whoever passed a challenge
     * @param factor by what
     */
    record RecordChallengePassed(SessionId session, AccountId by, String factor, Instant at)
            implements SessionCommand {}

    /** Whether the session is still there. */
    record RequireSession(SessionId session, AccountId by, Instant at) implements SessionCommand {}

    /** Ends the session, if it has not ended yet, in favour of a newer one. */
    record EvictSession(SessionId session, Instant at) implements SessionCommand {}

    record ExpireSession(SessionId session, Instant at) implements SessionCommand {}
}
