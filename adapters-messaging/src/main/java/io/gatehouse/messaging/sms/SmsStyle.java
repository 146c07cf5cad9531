package io.gatehouse.messaging.sms;

import io.gatehouse.domain.message.Template;
import io.gatehouse.messaging.text.ByLocale;
import java.util.Map;
import java.util.Optional;

/** A project's own words for SMS. Gaps are written <code>{{name}}</code>. */
public record SmsStyle(Map<Template, ByLocale<String>> texts) {

    /** The code and nothing else, which phones recognize in every language. */
    private static final String CODE = "{{otp}}";

    static final SmsStyle BUILT_IN = new SmsStyle(Map.of());

    public SmsStyle {
        texts = Map.copyOf(texts);
    }

    String find(Template template, String locale) {
        return Optional.ofNullable(texts.get(template))
                .flatMap(versions -> versions.in(locale))
                .orElse(CODE);
    }
}
