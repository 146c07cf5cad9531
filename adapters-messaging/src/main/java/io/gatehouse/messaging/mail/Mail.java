package io.gatehouse.messaging.mail;

import io.gatehouse.messaging.text.OneLine;

/**
 * A mail, ready to be sent.
 *
 * @param html a complete document
 * @param text the same content in plain text
 */
public record Mail(Mailbox from, Mailbox replyTo, Mailbox to, String subject, String html, String text) {

    public Mail {
        subject = OneLine.of(subject);
    }

    /** Hides the content: codes and links must not get into logs. */
    @Override
    public String toString() {
        return "Mail[hidden]";
    }
}
