package io.gatehouse.application.mfa.challenge;

import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import java.time.Instant;

/** A challenge that was just put to somebody. */
public record IssuedChallenge(ChallengeId id, AccountId account, Instant createdAt, Instant expiresAt) {}
