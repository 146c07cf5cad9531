package io.gatehouse.messaging.mail;

import org.jspecify.annotations.Nullable;

/**
 * A project's own text for one type of mail in one language. Placeholders are written <code>{{name}}</code>.
 *
 * @param subject null for the built-in one
 * @param message HTML to insert into the layout; empty for an empty body, null for the built-in text. Notices are
 *     never empty: they keep the built-in text
 */
public record MailTemplate(
        @Nullable String subject, @Nullable String message, Sender sender) {

    static final MailTemplate BUILT_IN = new MailTemplate(null, null, Sender.UNSET);
}
