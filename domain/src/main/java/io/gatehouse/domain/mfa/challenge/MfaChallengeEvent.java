package io.gatehouse.domain.mfa.challenge;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a challenge. */
public sealed interface MfaChallengeEvent extends Event {

    /** Which challenge. */
    ChallengeId challenge();

    /**
     * @param session the one that asked, and the only one that may answer
     * @param code the digest of what was sent; null where the answer comes from elsewhere
     * @param sentTo null where nothing was sent
     * @param expiresAt the last instant at which it can be answered
     */
    record MfaChallengeCreated(
            AccountId account,
            ChallengeId challenge,
            SessionId session,
            Factor factor,
            @Nullable SecretDigest code,
            @Nullable Recipient sentTo,
            Instant expiresAt,
            Instant at)
            implements MfaChallengeEvent {}

    record MfaChallengePassed(AccountId account, ChallengeId challenge, Instant at) implements MfaChallengeEvent {}

    /** Somebody answered wrong. */
    record MfaChallengeFailed(AccountId account, ChallengeId challenge, Instant at) implements MfaChallengeEvent {}

    /** Too many answers were wrong. */
    record MfaChallengeWithdrawn(AccountId account, ChallengeId challenge, Instant at) implements MfaChallengeEvent {}

    /** Written when the challenge is cleared away; it was of no use from the moment it ran out. */
    record MfaChallengeExpired(AccountId account, ChallengeId challenge, Instant at) implements MfaChallengeEvent {}
}
