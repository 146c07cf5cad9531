package io.gatehouse.domain.mfa.challenge;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a challenge. */
public sealed interface MfaChallengeEvent extends Event {

    AccountId account();

    @Override
    default ProjectId project() {
        return account().project();
    }

    @Override
    default String userId() {
        return account().value();
    }

    /** Which challenge. */
    ChallengeId challenge();

    /**
     * @param session the session that created it, and the only one that may answer it
     * @param code the digest of the code that was sent; null for TOTP and recovery codes
     * @param sentTo where the code was sent; null if nothing was sent
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

    /** A wrong answer was given. */
    record MfaChallengeFailed(AccountId account, ChallengeId challenge, Instant at) implements MfaChallengeEvent {}

    /** Too many wrong answers were given. */
    record MfaChallengeWithdrawn(AccountId account, ChallengeId challenge, Instant at) implements MfaChallengeEvent {}

    /** Recorded when the expired challenge is removed; it cannot be answered from its expiry on. */
    record MfaChallengeExpired(AccountId account, ChallengeId challenge, Instant at) implements MfaChallengeEvent {}
}
