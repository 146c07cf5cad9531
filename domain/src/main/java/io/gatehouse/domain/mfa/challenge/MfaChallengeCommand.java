package io.gatehouse.domain.mfa.challenge;

import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.Recipient;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** All commands to a challenge. */
public sealed interface MfaChallengeCommand {

    /**
     * @param code digests of the answer, one for each key that the stored digest may use
     * @param verifiedRecipients the verified contacts of the user
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

    /** The user and the session that create, or answer, a challenge. */
    record ChallengeHolder(AccountId account, SessionId session) {}
}
