package io.gatehouse.messaging.mail;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * Whom a mail comes from, as far as somebody has decided it. Null leaves the decision to others.
 *
 * @param replyToAddress null, if nobody decides otherwise, for the sender
 */
public record Sender(
        @Nullable String address,
        @Nullable String name,
        @Nullable String replyToAddress,
        @Nullable String replyToName) {

    /** Leaves everything to others. */
    public static final Sender UNDECIDED = new Sender(null, null, null, null);

    /** Keeps what is decided here, and takes the rest from there. */
    Sender over(Sender others) {
        return new Sender(
                either(address, others.address),
                either(name, others.name),
                either(replyToAddress, others.replyToAddress),
                either(replyToName, others.replyToName));
    }

    Mailbox from(Mailbox system) {
        return new Mailbox(requireNonNullElse(address, system.address()), either(name, system.name()));
    }

    Mailbox replyTo(Mailbox system) {
        return replyToAddress == null ? from(system) : new Mailbox(replyToAddress, replyToName);
    }

    private static @Nullable String either(@Nullable String mine, @Nullable String theirs) {
        return mine != null ? mine : theirs;
    }
}
