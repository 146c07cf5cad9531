package io.gatehouse.messaging.mail;

import io.gatehouse.application.message.Message;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.messaging.text.Language;
import io.gatehouse.messaging.text.TemplateVariables;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a message as a mail, in the recipient's language and with the project's templates. */
public final class MailWriter {

    private final Mailbox system;
    private final Map<ProjectId, ProjectMailTemplates> templates;
    private final Layout layout = new Layout();

    /**
     * @param system the sender for projects that have none of their own
     * @param templates of the projects that have their own
     */
    public MailWriter(Mailbox system, Map<ProjectId, ProjectMailTemplates> templates) {
        this.system = system;
        this.templates = Map.copyOf(templates);
    }

    /** @param variables decrypted */
    public Mail write(Message message, Map<String, String> variables) {
        var request = message.request();
        var own = templates.getOrDefault(request.account().project(), ProjectMailTemplates.BUILT_IN);
        var custom = own.find(request.template(), request.locale());
        var sender = custom.sender().withFallback(own.sender());
        var mailText = mailText(message, variables);
        var subject = subject(custom, mailText);
        var body = body(custom, mailText, subject);
        return new Mail(
                sender.from(system),
                sender.replyTo(system),
                new Mailbox(request.recipient().value(), text(request.name())),
                subject,
                layout.html(mailText, subject, body),
                layout.text(mailText, body == null ? null : Markup.toText(body)));
    }

    private static MailText mailText(Message message, Map<String, String> variables) {
        var language = Language.of(message.request().locale());
        return new MailText(message.request().template(), language, TemplateVariables.of(message, variables, language));
    }

    private static String subject(MailTemplate custom, MailText mailText) {
        return custom.subject() == null ? mailText.subject() : Markup.fillPlain(custom.subject(), mailText.values());
    }

    private static @Nullable String body(MailTemplate custom, MailText mailText, String subject) {
        var message = custom.message();
        if (message == null || (message.isEmpty() && mailText.isNotice())) {
            return null;
        }
        var values = new HashMap<>(mailText.values());
        values.put("subject", subject);
        values.put("heading", subject);
        return Markup.fill(message, values);
    }

    private static @Nullable String text(@Nullable DisplayName name) {
        return name == null ? null : name.value();
    }
}
