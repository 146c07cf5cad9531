package io.gatehouse.domain.target;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.PersonalData;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to a target. */
public sealed interface TargetEvent extends Event {

    AccountId account();

    @Override
    default ProjectId project() {
        return account().project();
    }

    @Override
    default String userId() {
        return account().value();
    }

    /** Which target. */
    TargetId target();

    /** @param providerType {@code email}, {@code sms} or {@code push} */
    record TargetCreated(AccountId account, TargetId target, String providerType, Identifier identifier, Instant at)
            implements TargetEvent {}

    /** The e-mail or SMS target has a new address or number. */
    record TargetReaddressed(AccountId account, TargetId target, Identifier identifier, Instant at)
            implements TargetEvent {}

    /**
     * A user registered a device for push messages.
     *
     * @param session the session that registered it, and with which it ends; null if there was none
     * @param providerId the messaging provider to use; null for the first one of the project
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

    /** The device has a new push token, which is assumed to be valid. */
    record PushTargetUpdated(AccountId account, TargetId target, String name, Identifier identifier, Instant at)
            implements TargetEvent {}

    record TargetDeleted(AccountId account, TargetId target, Instant at) implements TargetEvent {}

    /** An e-mail address, a phone number or a push device token; unique among all targets of the project. */
    record Identifier(String value) implements PersonalData {}
}
