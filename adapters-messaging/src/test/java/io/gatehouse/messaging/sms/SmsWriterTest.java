package io.gatehouse.messaging.sms;

import static io.gatehouse.messaging.text.Sample.CODE;
import static io.gatehouse.messaging.text.Sample.LOCALES;
import static io.gatehouse.messaging.text.Sample.SHOP;
import static io.gatehouse.messaging.text.Sample.message;
import static io.gatehouse.messaging.text.Sample.variables;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.text.ByLocale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmsWriterTest {

    private final SmsWriter writer = new SmsWriter(Map.of());

    @ParameterizedTest
    @EnumSource(names = {"PHONE_LOGIN", "PHONE_VERIFICATION", "PHONE_CHALLENGE"})
    void an_sms_is_the_code_alone_in_every_language(MessageType messageType) {
        assertThat(LOCALES)
                .allSatisfy(locale -> assertThat(writer.write(message(messageType, locale), variables(messageType)))
                        .isEqualTo(new Sms("+4915112345678", CODE)));
    }

    @Test
    void what_a_project_says_with_one_code_it_does_not_say_with_another() {
        var text = new ByLocale<>(Map.of("en", "{{otp}} is good for {{duration}}"));
        var writer = new SmsWriter(Map.of(SHOP, new ProjectSmsTemplates(Map.of(MessageType.PHONE_CHALLENGE, text))));

        assertThat(writer.write(message(MessageType.PHONE_CHALLENGE, "en"), variables(MessageType.PHONE_CHALLENGE)))
                .isEqualTo(new Sms("+4915112345678", "042137 is good for 1 hour"));
        assertThat(writer.write(message(MessageType.PHONE_LOGIN, "en"), variables(MessageType.PHONE_LOGIN)))
                .isEqualTo(new Sms("+4915112345678", CODE));
    }

    @Test
    void a_project_may_say_more_in_the_languages_it_speaks() {
        var texts = new ByLocale<>(Map.of("de", "{{otp}} gilt {{duration}}.", "en", "{{otp}} for {{project}}"));
        var style = new ProjectSmsTemplates(Map.of(MessageType.PHONE_LOGIN, texts));
        var writer = new SmsWriter(Map.of(SHOP, style));

        assertThat(writer.write(message(MessageType.PHONE_LOGIN, "de-at"), variables(MessageType.PHONE_LOGIN)))
                .isEqualTo(new Sms("+4915112345678", "042137 gilt 15 Minuten."));
        assertThat(writer.write(message(MessageType.PHONE_LOGIN, "fr"), variables(MessageType.PHONE_LOGIN)))
                .isEqualTo(new Sms("+4915112345678", "042137 for O'Neil & Co"));
        assertThat(writer.write(
                        message(MessageType.PHONE_VERIFICATION, "fr"), variables(MessageType.PHONE_VERIFICATION)))
                .isEqualTo(new Sms("+4915112345678", CODE));
    }

    @Test
    void an_sms_does_not_print_what_it_says() {
        assertThat(new Sms("+4915112345678", CODE)).hasToString("Sms[hidden]");
    }
}
