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
import io.gatehouse.domain.account.AccountCommand.ContactChannel;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * E-mail and phone of a user, and whether each is verified.
 *
 * @param email null if there is none
 * @param phone null if there is none
 */
public record ContactDetails(
        @Nullable EmailAddress email,
        boolean emailVerified,
        @Nullable PhoneNumber phone,
        boolean phoneVerified) {

    static final ContactDetails NONE = new ContactDetails(null, false, null, false);

    ContactDetails withEmail(EmailAddress newer) {
        return new ContactDetails(newer, false, phone, phoneVerified);
    }

    ContactDetails withPhone(PhoneNumber newer) {
        return new ContactDetails(email, emailVerified, newer, false);
    }

    ContactDetails withEmailVerified() {
        return new ContactDetails(email, true, phone, phoneVerified);
    }

    ContactDetails withPhoneVerified() {
        return new ContactDetails(email, emailVerified, phone, true);
    }

    /** The verified e-mail address and the verified phone number, as far as they exist. */
    public Set<Recipient> verifiedRecipients() {
        return Stream.concat(
                        Stream.ofNullable(emailVerified ? email : null).map(EmailAddress::value),
                        Stream.ofNullable(phoneVerified ? phone : null).map(PhoneNumber::value))
                .map(Recipient::new)
                .collect(toUnmodifiableSet());
    }

    /** Accepts a challenge through a contact that exists and is verified. */
    Decision<AccountEvent> challengeBy(ContactChannel channel) {
        return switch (channel) {
            case EMAIL -> challengeBy(email != null, emailVerified, new EmailNotFound(), new EmailNotVerified());
            case PHONE -> challengeBy(phone != null, phoneVerified, new PhoneNotFound(), new PhoneNotVerified());
        };
    }

    private static Decision<AccountEvent> challengeBy(
            boolean known, boolean verified, Refusal unknown, Refusal unverified) {
        if (!known) {
            return refuse(unknown);
        }
        return verified ? accept() : refuse(unverified);
    }
}
