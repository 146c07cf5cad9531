package io.gatehouse.application.mfa.challenge;

import io.gatehouse.application.message.MessageComposer.Subject;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import java.time.Instant;

/**
 * A challenge that was just created.
 *
 * @param expiresAt the last instant at which it can be answered
 */
public record IssuedChallenge(ChallengeId id, AccountId account, Instant createdAt, Instant expiresAt) {

    Subject subject() {
        return new Subject(id.value(), account, createdAt, expiresAt);
    }
}
