package io.gatehouse.messaging.mail;

import static io.gatehouse.messaging.text.Sample.LOCALES;
import static io.gatehouse.messaging.text.Sample.NOON;
import static io.gatehouse.messaging.text.Sample.message;
import static io.gatehouse.messaging.text.Sample.variables;
import static io.gatehouse.messaging.text.Sample.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.message.MessageType;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails that tell of what was done to an account. */
class NoticesTest {

    private final MailWriter writer = new MailWriter(new Mailbox("no-reply@gatehouse.example", null), Map.of());

    @ParameterizedTest
    @MethodSource("notices")
    void a_notice_says_when_and_from_where_and_what_to_do(MessageType messageType) {
        var mail = written(messageType);
        assertThat(mail.text().replaceAll("\\s+", " "))
                .containsIgnoringCase("on March 1, 2026 at 12:00:05 (UTC)")
                .contains("Device: Firefox IP address: 203.0.113.9 Country: Switzerland If this was you,")
                .contains("If it was not you, please ");
    }

    @ParameterizedTest
    @MethodSource("noticesInEveryLanguage")
    void a_notice_asks_beside_its_subject_whether_it_was_its_reader(MessageType messageType, String locale) {
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
    void a_sign_in_is_told_with_its_own_time_and_anything_else_with_that_of_the_request() {
        var earlier = NOON.minusSeconds(5).toString();
        var signedIn = with(variables(MessageType.NEW_DEVICE), "signedInAt", earlier);
        assertThat(writer.write(message(MessageType.NEW_DEVICE, "en"), signedIn).text())
                .contains("at 12:00:00 (UTC)");
        assertThat(written(MessageType.MFA_ENABLED).text()).contains("at 12:00:05 (UTC)");
    }

    @Test
    void an_address_that_is_not_the_accounts_any_more_is_told_whom_to_turn_to() {
        assertThat(written(MessageType.EMAIL_CHANGED).text())
                .contains("the email address of your O'Neil & Co account was changed to another one.")
                .contains("This one no longer signs you in.")
                .contains("If it was not you, please contact the team behind O'Neil & Co")
                .doesNotContain("password");
    }

    @Test
    void whoever_does_not_know_the_password_any_more_is_told_to_reset_it() {
        assertThat(written(MessageType.PASSWORD_CHANGED).text())
                .contains("reset your password")
                .doesNotContain("change your password");
    }

    @Test
    void new_recovery_codes_are_the_end_of_earlier_ones() {
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
