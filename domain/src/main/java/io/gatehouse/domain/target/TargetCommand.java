package io.gatehouse.domain.target;

import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import java.time.Instant;

/** All commands to a push target. */
public sealed interface TargetCommand {

    /**
     * @param by the user who made the request
     * @param name brand and model of the requesting device; empty if unknown
     */
    record ChangePushTarget(TargetId target, AccountId by, String name, Identifier identifier, Instant at)
            implements TargetCommand {}

    /** @param by the user who made the request */
    record DeletePushTarget(TargetId target, AccountId by, Instant at) implements TargetCommand {}

    /** Deletes the target, if still owned, because its session or user has ended. */
    record DeletePushTargetIfOwned(TargetId target, AccountId owner, Instant at) implements TargetCommand {}
}
