package io.gatehouse.messaging.sms;

import io.gatehouse.application.message.Message;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.messaging.text.Language;
import io.gatehouse.messaging.text.Placeholders;
import io.gatehouse.messaging.text.TemplateVariables;
import java.util.Map;

/** Turns a message into an SMS: in its reader's language, and in its project's words. */
public final class SmsWriter {

    private final Map<ProjectId, ProjectSmsTemplates> styles;

    /** @param styles of the projects that have one */
    public SmsWriter(Map<ProjectId, ProjectSmsTemplates> styles) {
        this.styles = Map.copyOf(styles);
    }

    /** @param variables as they were before they were sealed */
    public Sms write(Message message, Map<String, String> variables) {
        var request = message.request();
        var style = styles.getOrDefault(request.account().project(), ProjectSmsTemplates.BUILT_IN);
        var values = TemplateVariables.of(message, variables, Language.of(request.locale()));
        var text = style.find(request.template(), request.locale());
        return new Sms(request.recipient().value(), Placeholders.fill(text, values));
    }
}
