package io.gatehouse.domain.target;

import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import java.time.Instant;

/** Everything one can ask of a push target. */
public sealed interface TargetCommand {

    /**
     * @param by whoever asks
     * @param name of the device that asks
     */
    record ChangePushTarget(TargetId target, AccountId by, String name, Identifier identifier, Instant at)
            implements TargetCommand {}

    /** @param by whoever asks */
    record DeletePushTarget(TargetId target, AccountId by, Instant at) implements TargetCommand {}

    /** Takes the target away, if it is still theirs, along with their session or with them. */
    record DeletePushTargetIfOwned(TargetId target, AccountId owner, Instant at) implements TargetCommand {}
}
