package io.gatehouse.application.token;

import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.token.TokenId;
import java.time.Instant;

/** A token that has just served its purpose. */
public record RedeemedToken(TokenId id, AccountId account, Instant createdAt, Instant expiresAt) {}
