package io.gatehouse.domain.target;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.Personal;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** Everything that can have happened to a target. */
public sealed interface TargetEvent extends Event {

    /** Which target. */
    TargetId target();

    /** @param providerType {@code email}, {@code sms} or {@code push} */
    record TargetCreated(AccountId account, TargetId target, String providerType, Identifier identifier, Instant at)
            implements TargetEvent {}

    /** The same target under a new address or number. */
    record TargetReaddressed(AccountId account, TargetId target, Identifier identifier, Instant at)
            implements TargetEvent {}

    /** An address, a number or a device token; unique in the project over all targets. */
    record Identifier(String value) implements Personal {}
}
