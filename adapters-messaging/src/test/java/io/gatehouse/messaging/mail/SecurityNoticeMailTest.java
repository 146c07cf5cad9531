package io.gatehouse.messaging.mail;

import static io.gatehouse.messaging.text.SampleMessages.LOCALES;
import static io.gatehouse.messaging.text.SampleMessages.NOON;
import static io.gatehouse.messaging.text.SampleMessages.message;
import static io.gatehouse.messaging.text.SampleMessages.variables;
import static io.gatehouse.messaging.text.SampleMessages.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.message.MessageType;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails that notify users of security-relevant changes to their account. */
class SecurityNoticeMailTest {

    private final MailWriter writer = new MailWriter(new Mailbox("no-reply@gatehouse.example", null), Map.of());

    @ParameterizedTest
    @MethodSource("notices")
    void a_notice_contains_time_device_address_country_and_advice(MessageType messageType) {
        var mail = written(messageType);
        assertThat(mail.text().replaceAll("\\s+", " "))
                .containsIgnoringCase("on March 1, 2026 at 12:00:05 (UTC)")
                .contains("Device: Firefox IP address: 203.0.113.9 Country: Switzerland If this was you,")
                .contains("If it was not you, please ");
    }

    @ParameterizedTest
    @MethodSource("noticesInEveryLanguage")
    void the_preview_of_a_notice_asks_whether_it_was_the_user_in_every_language(
            MessageType messageType, String locale) {
        var preview = Jsoup.parse(writer.write(message(messageType, locale), variables(messageType))
                        .html())
                .body()
                .child(0)
                .text();
        assertThat(preview).containsAnyOf("?", "؟", "？").contains("12:00:05", "UTC");
    }

    @ParameterizedTest
    @MethodSource("noticesInEveryLanguage")
    void a_notice_lists_the_same_facts_in_every_language(MessageType messageType, String locale) {
        var facts = Jsoup.parse(writer.write(message(messageType, locale), variables(messageType))
                        .html())
                .select("li strong")
                .eachText();
        assertThat(facts).containsExactly("Firefox", "203.0.113.9", "Switzerland");
    }

    @Test
    void a_notice_of_a_sign_in_shows_its_own_time_and_others_that_of_the_request() {
        var earlier = NOON.minusSeconds(5).toString();
        var signedIn = with(variables(MessageType.NEW_DEVICE), "signedInAt", earlier);
        assertThat(writer.write(message(MessageType.NEW_DEVICE, "en"), signedIn).text())
                .contains("at 12:00:00 (UTC)");
        assertThat(written(MessageType.MFA_ENABLED).text()).contains("at 12:00:05 (UTC)");
    }

    @Test
    void a_notice_to_a_former_address_names_the_team_to_contact() {
        assertThat(written(MessageType.EMAIL_CHANGED).text())
                .contains("the email address of your O'Neil & Co account was changed to another one.")
                .contains("This one no longer signs you in.")
                .contains("If it was not you, please contact the team behind O'Neil & Co")
                .doesNotContain("password");
    }

    @Test
    void a_notice_of_a_changed_password_advises_to_reset_it() {
        assertThat(written(MessageType.PASSWORD_CHANGED).text())
                .contains("reset your password")
                .doesNotContain("change your password");
    }

    @Test
    void a_notice_of_new_recovery_codes_states_that_earlier_ones_are_invalid() {
        assertThat(written(MessageType.RECOVERY_CODES_CHANGED).text())
                .contains("new recovery codes were created", "Earlier ones no longer work.");
    }

    private Mail written(MessageType messageType) {
        return writer.write(message(messageType, "en"), variables(messageType));
    }

    static Stream<MessageType> notices() {
        return Stream.of(MessageType.values())
                .filter(messageType -> variables(messageType).containsKey("ipAddress"));
    }

    static Stream<Arguments> noticesInEveryLanguage() {
        return notices().flatMap(messageType -> LOCALES.stream().map(locale -> Arguments.of(messageType, locale)));
    }
}
