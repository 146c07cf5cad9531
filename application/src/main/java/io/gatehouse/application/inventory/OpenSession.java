package io.gatehouse.application.inventory;

import io.gatehouse.application.Inventory;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;

/** A session somebody holds, as far as decisions about all of their sessions need to know it. */
public record OpenSession(SessionId id, Instant expiresAt) {

    /** The sessions of an account that no event has ended yet, oldest first; may include expired ones. */
    public static final Inventory<List<OpenSession>> INVENTORY = new Inventory<>("sessions");

    public boolean hasExpired(Instant now) {
        return expiresAt.isBefore(now);
    }
}
