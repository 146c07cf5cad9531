package io.gatehouse.messaging.sms;

import io.gatehouse.application.message.Message;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.messaging.text.Language;
import io.gatehouse.messaging.text.Placeholders;
import io.gatehouse.messaging.text.TemplateVariables;
import java.util.Map;

/** Writes a message as an SMS, in the recipient's language and with the project's templates. */
public final class SmsWriter {

    private final Map<ProjectId, ProjectSmsTemplates> templates;

    /** @param templates of the projects that have their own */
    public SmsWriter(Map<ProjectId, ProjectSmsTemplates> templates) {
        this.templates = Map.copyOf(templates);
    }

    /** @param variables decrypted */
    public Sms write(Message message, Map<String, String> variables) {
        var request = message.request();
        var own = templates.getOrDefault(request.account().project(), ProjectSmsTemplates.BUILT_IN);
        var values = TemplateVariables.of(message, variables, Language.of(request.locale()));
        var text = own.find(request.template(), request.locale());
        return new Sms(request.recipient().value(), Placeholders.fill(text, values));
    }
}
