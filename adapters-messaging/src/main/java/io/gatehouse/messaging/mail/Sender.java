package io.gatehouse.messaging.mail;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * The configured sender of a mail. A value that is null is taken from the next level: template, project, system.
 *
 * @param replyToAddress if null on all levels, replies go to the sender
 */
public record Sender(
        @Nullable String address,
        @Nullable String name,
        @Nullable String replyToAddress,
        @Nullable String replyToName) {

    /** Takes all values from the next level. */
    public static final Sender UNSET = new Sender(null, null, null, null);

    /** Keeps the values that are set here, and takes the others from the next level. */
    Sender withFallback(Sender next) {
        return new Sender(
                orElse(address, next.address),
                orElse(name, next.name),
                orElse(replyToAddress, next.replyToAddress),
                orElse(replyToName, next.replyToName));
    }

    Mailbox from(Mailbox system) {
        return new Mailbox(requireNonNullElse(address, system.address()), orElse(name, system.name()));
    }

    Mailbox replyTo(Mailbox system) {
        return replyToAddress == null ? from(system) : new Mailbox(replyToAddress, replyToName);
    }

    private static @Nullable String orElse(@Nullable String value, @Nullable String fallback) {
        return value != null ? value : fallback;
    }
}
