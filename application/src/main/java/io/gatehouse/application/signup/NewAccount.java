package io.gatehouse.application.signup;

import io.gatehouse.application.Streams;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountEvent.PhoneChanged;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetId;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The events of a new account.
 *
 * @param phone null unless the user signs up with a phone number
 * @param target null if there is no e-mail address or phone number, or if another account already has this target
 */
public record NewAccount(
        UserCreated created,
        @Nullable PhoneChanged phone,
        @Nullable TargetCreated target) {

    /** Without contact details. */
    public static NewAccount anonymous(AccountId id, Instant now) {
        return new NewAccount(new UserCreated(id, null, null, null, now), null, null);
    }

    public static NewAccount withEmail(UserCreated created, EmailAddress email, String targetId) {
        var target = new TargetCreated(
                created.account(),
                new TargetId(created.account().project(), targetId),
                "email",
                new Identifier(email.value()),
                created.at());
        return new NewAccount(created, null, target);
    }

    public static NewAccount withPhone(AccountId id, PhoneNumber phone, String targetId, Instant now) {
        var target =
                new TargetCreated(id, new TargetId(id.project(), targetId), "sms", new Identifier(phone.value()), now);
        return new NewAccount(new UserCreated(id, null, null, null, now), new PhoneChanged(id, phone, now), target);
    }

    /** Appends the events. */
    public void appendTo(Streams streams) {
        streams.append(created);
        if (phone != null) {
            streams.append(phone);
        }
        if (target != null) {
            streams.append(target);
        }
    }

    /**
     * Runs the work, and once more without the target if another account already has it.
     *
     * @throws RefusedException as the work does
     */
    public <R> R retryWithoutTarget(Function<NewAccount, R> work) {
        try {
            return work.apply(this);
        } catch (RefusedException refused) {
            if (refused.refusal() instanceof TargetAlreadyExists) {
                return work.apply(new NewAccount(created, phone, null));
            }
            throw refused;
        }
    }
}
