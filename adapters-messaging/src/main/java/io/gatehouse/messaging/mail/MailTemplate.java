package io.gatehouse.messaging.mail;

import org.jspecify.annotations.Nullable;

/**
 * A project's own words for one kind of mail in one language. Gaps are written <code>{{name}}</code>.
 *
 * @param subject null for the built-in one
 * @param message HTML that stands within the layout; empty for an empty body, null for the built-in one. A notice
 *     is never empty
 */
public record MailTemplate(
        @Nullable String subject, @Nullable String message, Sender sender) {

    static final MailTemplate BUILT_IN = new MailTemplate(null, null, Sender.UNDECIDED);
}
