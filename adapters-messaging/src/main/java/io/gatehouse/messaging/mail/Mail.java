package io.gatehouse.messaging.mail;

import io.gatehouse.messaging.text.OneLine;

/**
 * A mail, ready to be sent.
 *
 * @param html a whole document
 * @param text says the same in plain text
 */
public record Mail(Mailbox from, Mailbox replyTo, Mailbox to, String subject, String html, String text) {

    public Mail {
        subject = OneLine.of(subject);
    }

    /** Codes and links are for the recipient's eyes. */
    @Override
    public String toString() {
        return "Mail[hidden]";
    }
}
