package io.gatehouse.application.inventory;

import io.gatehouse.domain.session.SessionId;
import java.time.Instant;

/** A session somebody holds, as far as decisions about all of their sessions need to know it. */
public record OpenSession(SessionId id, Instant expiresAt) {

    public boolean hasExpired(Instant now) {
        return expiresAt.isBefore(now);
    }
}
