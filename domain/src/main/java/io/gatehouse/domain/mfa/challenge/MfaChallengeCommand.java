package io.gatehouse.domain.mfa.challenge;

import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Everything one can ask of a challenge. */
public sealed interface MfaChallengeCommand {

    /**
     * @param code digests of what was typed, one for each key that may have been in use
     * @param reached where the user is known to read what is sent
     */
    record PassChallenge(
            ChallengeId challenge,
            ChallengeHolder by,
            List<SecretDigest> code,
            Set<Recipient> verifiedRecipients,
            Instant at)
            implements MfaChallengeCommand {}

    record RecordFailedAttempt(ChallengeId challenge, ChallengeHolder by, Instant at) implements MfaChallengeCommand {}

    record ExpireChallenge(ChallengeId challenge, Instant at) implements MfaChallengeCommand {}

    /** Whose answer it is, and in which session it was given. */
    record ChallengeHolder(AccountId account, SessionId session) {}
}
