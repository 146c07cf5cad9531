package io.gatehouse.messaging.sms;

import static io.gatehouse.messaging.text.SampleMessages.CODE;
import static io.gatehouse.messaging.text.SampleMessages.LOCALES;
import static io.gatehouse.messaging.text.SampleMessages.SHOP;
import static io.gatehouse.messaging.text.SampleMessages.message;
import static io.gatehouse.messaging.text.SampleMessages.variables;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.text.Localized;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmsWriterTest {

    private final SmsWriter writer = new SmsWriter(Map.of());

    @ParameterizedTest
    @EnumSource(names = {"PHONE_LOGIN", "PHONE_VERIFICATION", "PHONE_CHALLENGE"})
    void an_sms_is_only_the_code_in_every_language(MessageType messageType) {
        assertThat(LOCALES)
                .allSatisfy(locale -> assertThat(writer.write(message(messageType, locale), variables(messageType)))
                        .isEqualTo(new Sms("+4915112345678", CODE)));
    }

    @Test
    void a_template_of_a_project_applies_to_its_message_type_only() {
        var text = new Localized<>(Map.of("en", "{{otp}} is valid for {{duration}}"));
        var writer = new SmsWriter(Map.of(SHOP, new ProjectSmsTemplates(Map.of(MessageType.PHONE_CHALLENGE, text))));

        assertThat(writer.write(message(MessageType.PHONE_CHALLENGE, "en"), variables(MessageType.PHONE_CHALLENGE)))
                .isEqualTo(new Sms("+4915112345678", "042137 is valid for 1 hour"));
        assertThat(writer.write(message(MessageType.PHONE_LOGIN, "en"), variables(MessageType.PHONE_LOGIN)))
                .isEqualTo(new Sms("+4915112345678", CODE));
    }

    @Test
    void a_project_can_have_a_template_per_language() {
        var texts = new Localized<>(Map.of("de", "{{otp}} gilt {{duration}}.", "en", "{{otp}} for {{project}}"));
        var templates = new ProjectSmsTemplates(Map.of(MessageType.PHONE_LOGIN, texts));
        var writer = new SmsWriter(Map.of(SHOP, templates));

        assertThat(writer.write(message(MessageType.PHONE_LOGIN, "de-at"), variables(MessageType.PHONE_LOGIN)))
                .isEqualTo(new Sms("+4915112345678", "042137 gilt 15 Minuten."));
        assertThat(writer.write(message(MessageType.PHONE_LOGIN, "fr"), variables(MessageType.PHONE_LOGIN)))
                .isEqualTo(new Sms("+4915112345678", "042137 for O'Neil & Co"));
        assertThat(writer.write(
                        message(MessageType.PHONE_VERIFICATION, "fr"), variables(MessageType.PHONE_VERIFICATION)))
                .isEqualTo(new Sms("+4915112345678", CODE));
    }

    @Test
    void the_text_of_an_sms_is_hidden() {
        assertThat(new Sms("+4915112345678", CODE)).hasToString("Sms[hidden]");
    }
}
