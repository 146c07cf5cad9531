package io.gatehouse.application.inventory;

import io.gatehouse.application.Inventory;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A push target of an account, with the data needed for decisions about all of its targets.
 *
 * @param session the session whose end deletes the target; null if it is tied to none
 */
public record RegisteredTarget(TargetId id, @Nullable SessionId session) {

    /** The push targets of an account, oldest first. */
    public static final Inventory<List<RegisteredTarget>> INVENTORY = new Inventory<>("targets");
}
