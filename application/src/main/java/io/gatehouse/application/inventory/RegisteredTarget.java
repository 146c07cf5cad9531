package io.gatehouse.application.inventory;

import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetId;
import org.jspecify.annotations.Nullable;

/**
 * A push target somebody has, as far as decisions about all of them need to know it.
 *
 * @param session the one it ends with; null if it is tied to none
 */
public record RegisteredTarget(TargetId id, @Nullable SessionId session) {}
