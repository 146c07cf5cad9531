package io.gatehouse.messaging.sms;

import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.text.Localized;
import java.util.Map;
import java.util.Optional;

/** A project's own texts for SMS. Placeholders are written <code>{{name}}</code>. */
public record ProjectSmsTemplates(Map<MessageType, Localized<String>> texts) {

    /** The code and nothing else, which phones recognize in every language. */
    private static final String CODE = "{{otp}}";

    static final ProjectSmsTemplates BUILT_IN = new ProjectSmsTemplates(Map.of());

    public ProjectSmsTemplates {
        texts = Map.copyOf(texts);
    }

    String find(MessageType messageType, String locale) {
        return Optional.ofNullable(texts.get(messageType))
                .flatMap(versions -> versions.find(locale))
                .orElse(CODE);
    }
}
