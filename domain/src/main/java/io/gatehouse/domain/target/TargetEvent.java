package io.gatehouse.domain.target;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.PersonalData;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /**
     * A device has been registered by its user.
     *
     * @param session the one in which that happened, and with which it ends; null if there was none
     * @param providerId the messaging provider to use; null for the project's first
     * @param name brand and model of the device; empty if unknown
     */
    record PushTargetCreated(
            AccountId account,
            TargetId target,
            @Nullable SessionId session,
            @Nullable String providerId,
            String name,
            Identifier identifier,
            Instant at)
            implements TargetEvent {}

    /** The same device under a new token, which is taken to work. */
    record PushTargetUpdated(AccountId account, TargetId target, String name, Identifier identifier, Instant at)
            implements TargetEvent {}

    record TargetDeleted(AccountId account, TargetId target, Instant at) implements TargetEvent {}

    /** An address, a number or a device token; unique in the project over all targets. */
    record Identifier(String value) implements PersonalData {}
}
