package io.gatehouse.application.inventory;

import io.gatehouse.application.Inventory;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;

/** A session of an account, with the data needed for decisions about all of its sessions. */
public record OpenSession(SessionId id, Instant expiresAt) {

    /** The sessions of an account that no event has ended yet, oldest first; may include expired ones. */
    public static final Inventory<List<OpenSession>> INVENTORY = new Inventory<>("sessions");

    public boolean hasExpired(Instant now) {
        return expiresAt.isBefore(now);
    }
}
