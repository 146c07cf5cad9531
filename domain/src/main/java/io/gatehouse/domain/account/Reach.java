package io.gatehouse.domain.account;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.EmailNotFound;
import io.gatehouse.domain.Refusal.EmailNotVerified;
import io.gatehouse.domain.Refusal.PhoneNotFound;
import io.gatehouse.domain.Refusal.PhoneNotVerified;
import io.gatehouse.domain.account.AccountCommand.Proof;
import io.gatehouse.domain.message.Recipient;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a user can be written to, and where it is known that they read it.
 *
 * @param email null if there is none
 * @param phone null if there is none
 */
public record Reach(
        @Nullable EmailAddress email,
        boolean emailVerified,
        @Nullable PhoneNumber phone,
        boolean phoneVerified) {

    static final Reach NOWHERE = new Reach(null, false, null, false);

    Reach at(EmailAddress newer) {
        return new Reach(newer, false, phone, phoneVerified);
    }

    Reach at(PhoneNumber newer) {
        return new Reach(email, emailVerified, newer, false);
    }

    Reach withEmailVerified() {
        return new Reach(email, true, phone, phoneVerified);
    }

    Reach withPhoneVerified() {
        return new Reach(email, emailVerified, phone, true);
    }

    /** What is sent there is read by the user, and by nobody else. */
    public Set<Recipient> proven() {
        return Stream.concat(
                        Stream.ofNullable(emailVerified ? email : null).map(EmailAddress::value),
                        Stream.ofNullable(phoneVerified ? phone : null).map(PhoneNumber::value))
                .map(Recipient::new)
                .collect(toUnmodifiableSet());
    }

    /** Whether a challenge sent there would prove anything. */
    Decision<AccountEvent> challengeable(Proof by) {
        return switch (by) {
            case EMAIL -> challengeable(email != null, emailVerified, new EmailNotFound(), new EmailNotVerified());
            case PHONE -> challengeable(phone != null, phoneVerified, new PhoneNotFound(), new PhoneNotVerified());
        };
    }

    private static Decision<AccountEvent> challengeable(
            boolean known, boolean verified, Refusal unknown, Refusal unverified) {
        if (!known) {
            return refuse(unknown);
        }
        return verified ? accept() : refuse(unverified);
    }
}
