package io.gatehouse.messaging.mail;

import io.gatehouse.messaging.text.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's address, and what to call them. Takes one line, so that no name can smuggle a header into a mail.
 *
 * @param name null if the bare address will do
 */
public record Mailbox(String address, @Nullable String name) {

    public Mailbox {
        address = OneLine.of(address);
        name = name == null ? null : OneLine.of(name);
    }
}
