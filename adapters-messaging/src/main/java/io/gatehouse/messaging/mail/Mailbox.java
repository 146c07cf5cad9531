package io.gatehouse.messaging.mail;

import io.gatehouse.messaging.text.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address with a display name. Line breaks are removed from both, which prevents header injection.
 *
 * @param name the display name; null for none
 */
public record Mailbox(String address, @Nullable String name) {

    public Mailbox {
        address = OneLine.of(address);
        name = name == null ? null : OneLine.of(name);
    }
}
