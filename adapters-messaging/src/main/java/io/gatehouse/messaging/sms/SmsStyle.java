package io.gatehouse.messaging.sms;

import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.text.ByLocale;
import java.util.Map;
import java.util.Optional;

/** A project's own words for SMS. Gaps are written <code>{{name}}</code>. */
public record SmsStyle(Map<MessageType, ByLocale<String>> texts) {

    /** The code and nothing else, which phones recognize in every language. */
    private static final String CODE = "{{otp}}";

    static final SmsStyle BUILT_IN = new SmsStyle(Map.of());

    public SmsStyle {
        texts = Map.copyOf(texts);
    }

    String find(MessageType messageType, String locale) {
        return Optional.ofNullable(texts.get(messageType))
                .flatMap(versions -> versions.in(locale))
                .orElse(CODE);
    }
}
