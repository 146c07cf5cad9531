package io.gatehouse.messaging.mail;

import static io.gatehouse.messaging.text.SampleMessages.ADDRESS;
import static io.gatehouse.messaging.text.SampleMessages.CODE;
import static io.gatehouse.messaging.text.SampleMessages.LINK;
import static io.gatehouse.messaging.text.SampleMessages.LOCALES;
import static io.gatehouse.messaging.text.SampleMessages.PHRASE;
import static io.gatehouse.messaging.text.SampleMessages.PROJECT_NAME;
import static io.gatehouse.messaging.text.SampleMessages.SHOP;
import static io.gatehouse.messaging.text.SampleMessages.message;
import static io.gatehouse.messaging.text.SampleMessages.variables;
import static io.gatehouse.messaging.text.SampleMessages.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.message.MessageType;
import io.gatehouse.domain.message.MessageType.Channel;
import io.gatehouse.messaging.text.Language;
import io.gatehouse.messaging.text.Localized;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailWriterTest {

    private static final Mailbox SYSTEM = new Mailbox("no-reply@gatehouse.example", "Gatehouse");
    private static final Sender SHOP_SENDER = new Sender("shop@oneil.example", "O'Neil", "help@oneil.example", "Help");

    private final MailWriter writer = new MailWriter(SYSTEM, Map.of());

    @ParameterizedTest
    @MethodSource("everyMailInEveryLanguage")
    void a_mail_is_complete_in_every_language(MessageType messageType, String locale) {
        var mail = writer.write(message(messageType, locale), variables(messageType));

        assertThat(mail.subject()).contains(PROJECT_NAME).doesNotContain("{{");
        assertThat(mail.text()).contains(PROJECT_NAME, "Alice").doesNotContain("{", "&amp;", "\n\n\n");
        assertThat(mail.html()).doesNotContain("{{");
        assertThat(html(mail).text()).contains(PROJECT_NAME, "Alice");
        assertThat(html(mail).title()).isEqualTo(mail.subject());
        assertThat(html(mail).selectXpath("/html").attr("dir"))
                .isEqualTo(Language.of(locale).direction());
    }

    @ParameterizedTest
    @FieldSource("io.gatehouse.messaging.text.SampleMessages#LOCALES")
    void the_subjects_of_all_mails_differ_in_every_language(String locale) {
        var mails = mails().map(messageType -> writer.write(message(messageType, locale), variables(messageType)));
        assertThat(mails).extracting(Mail::subject).doesNotHaveDuplicates().hasSameSizeAs(mails().toList());
    }

    @ParameterizedTest
    @MethodSource("everyMailInEveryLanguage")
    void a_link_is_unchanged_in_text_and_html(MessageType messageType, String locale) {
        var mail = writer.write(message(messageType, locale), variables(messageType));
        var isLink = variables(messageType).containsKey("redirect");

        assertThat(html(mail).select("a").eachAttr("href"))
                .hasSize(isLink ? 2 : 0)
                .allMatch(LINK::equals);
        assertThat(html(mail).select("a bdi").eachText())
                .hasSize(isLink ? 1 : 0)
                .allMatch(LINK::equals);
        assertThat(mail.text().lines().filter(LINK::equals)).hasSize(isLink ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("everyMailInEveryLanguage")
    void a_code_has_a_line_and_an_element_of_its_own(MessageType messageType, String locale) {
        var mail = writer.write(message(messageType, locale), variables(messageType));
        var isCode = variables(messageType).containsKey("otp");

        assertThat(html(mail).select(".code").eachText())
                .hasSize(isCode ? 1 : 0)
                .allMatch(CODE::equals);
        assertThat(mail.text().lines().filter(CODE::equals)).hasSize(isCode ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"en, en, ltr", "pt-br, pt-BR, ltr", "ar, ar, rtl", "he, he, rtl", "fi, en, ltr"})
    void a_mail_declares_its_language_and_direction(String locale, String lang, String dir) {
        var mail = html(writer.write(message(MessageType.OTP_SESSION, locale), variables(MessageType.OTP_SESSION)));
        assertThat(mail.selectXpath("/html").attr("lang")).isEqualTo(lang);
        assertThat(mail.selectXpath("/html").attr("dir")).isEqualTo(dir);
    }

    @Test
    void a_name_is_escaped_and_its_placeholders_are_not_filled() {
        var name = "<b>O'Neil & Co</b> {{otp}}";
        var mail = writer.write(
                message(MessageType.OTP_SESSION, "en"), with(variables(MessageType.OTP_SESSION), "user", name));

        assertThat(mail.html()).contains("&lt;b&gt;O&#39;Neil &amp; Co&lt;/b&gt; {{otp}}");
        assertThat(mail.text()).startsWith("Hello " + name + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n\r\n", "\u0085", "\u2028", "\u2029"})
    void line_breaks_in_a_name_become_spaces(String lineBreak) {
        var name = "Alice," + lineBreak + "your account is locked" + lineBreak;
        var variables = with(variables(MessageType.RECOVERY), "user", name);
        var mail = writer.write(message(MessageType.RECOVERY, "en"), variables);
        assertThat(mail.text()).startsWith("Hello Alice, your account is locked,\n");
        assertThat(mail.html()).contains("Hello Alice, your account is locked,");

        var custom = new MailTemplate(null, "<pre>{{user}}!</pre>", Sender.UNSET);
        var own = writer(Sender.UNSET, MessageType.RECOVERY, Map.of("en", custom))
                .write(message(MessageType.RECOVERY, "en"), variables);
        assertThat(html(own).expectFirst("pre").wholeText()).isEqualTo("Alice, your account is locked!");
    }

    @Test
    void an_empty_name_is_left_out_of_the_greeting() {
        var mail = writer.write(
                message(MessageType.OTP_SESSION, "en"), with(variables(MessageType.OTP_SESSION), "user", ""));
        assertThat(mail.text()).startsWith("Hello,\n");
    }

    @Test
    void a_security_phrase_is_shown_if_there_is_one() {
        var requested = with(variables(MessageType.OTP_SESSION), "phrase", PHRASE);
        var notRequested = with(requested, "phrase", "");
        assertThat(writer.write(message(MessageType.OTP_SESSION, "en"), requested)
                        .text())
                .contains("The security phrase of this mail is: Golden Fox.");
        assertThat(writer.write(message(MessageType.OTP_SESSION, "en"), notRequested)
                        .text())
                .doesNotContain("phrase");
    }

    @Test
    void the_preview_is_padded_so_that_mail_clients_show_no_body_text() {
        var mail = html(writer.write(message(MessageType.OTP_SESSION, "en"), variables(MessageType.OTP_SESSION)));
        var preview = mail.body().child(0).wholeText();
        assertThat(preview).startsWith(CODE + " is your one-time password, valid for 15 minutes");
        assertThat(preview.length()).isBetween(148, 150);
    }

    @Test
    void the_validity_is_that_of_the_message() {
        var mail = writer.write(message(MessageType.VERIFICATION, "de"), variables(MessageType.VERIFICATION));
        assertThat(mail.text()).contains("Gültigkeitsdauer: 7 Tage.");
    }

    @Test
    void unknown_parts_of_the_client_are_left_out() {
        var known = writer.write(message(MessageType.MAGIC_SESSION, "en"), variables(MessageType.MAGIC_SESSION));
        assertThat(known.text()).contains("requested with: Firefox, Windows.");

        var unknown = with(variables(MessageType.MAGIC_SESSION), "agentClient", "UNKNOWN", "agentOs", "UNKNOWN");
        assertThat(writer.write(message(MessageType.MAGIC_SESSION, "de"), unknown)
                        .text())
                .contains("angefordert mit: unbekannt.");
    }

    @Test
    void a_challenge_mail_advises_to_change_the_password_if_it_was_not_requested() {
        var mail = writer.write(message(MessageType.MFA_CHALLENGE, "en"), variables(MessageType.MFA_CHALLENGE));
        assertThat(mail.text())
                .contains("It is valid for 1 hour.", "requested with: Firefox, Windows.")
                .contains("a person who already knows your password", "change your password")
                .doesNotContain("ignore it");
    }

    @Test
    void an_alert_contains_time_device_address_and_country() {
        var mail = writer.write(message(MessageType.SESSION_ALERT, "de"), variables(MessageType.SESSION_ALERT));
        assertThat(mail.text())
                .contains("Am 1. März 2026 um 12:00:05 Uhr (UTC)")
                .contains("Gerät: Firefox\nIP-Adresse: 203.0.113.9\nLand: Switzerland\n");
        assertThat(html(mail).select("li").eachText())
                .containsExactly("Gerät: Firefox", "IP-Adresse: 203.0.113.9", "Land: Switzerland");
    }

    @Test
    void an_unknown_country_is_shown_as_unknown() {
        var variables = with(variables(MessageType.SESSION_ALERT), "country", "");
        assertThat(writer.write(message(MessageType.SESSION_ALERT, "fr"), variables)
                        .text())
                .contains("Pays: inconnu");
    }

    @Test
    void a_link_is_escaped_in_its_html_attribute() {
        var malicious = "https://app.example.com/'onmouseover='x\"><script>";
        var mail = writer.write(
                message(MessageType.RECOVERY, "en"), with(variables(MessageType.RECOVERY), "redirect", malicious));
        assertThat(mail.html()).doesNotContain("<script", "'onmouseover", "\"><s");
        assertThat(html(mail).select("a").eachAttr("href"))
                .containsOnly("https://app.example.com/%27onmouseover=%27x%22%3E%3Cscript%3E");
    }

    @Test
    void a_mail_is_sent_from_the_system_sender_to_the_address_without_a_name() {
        var mail = writer.write(message(MessageType.OTP_SESSION, "en"), variables(MessageType.OTP_SESSION));
        assertThat(mail.from()).isEqualTo(SYSTEM);
        assertThat(mail.replyTo()).isEqualTo(SYSTEM);
        assertThat(mail.to()).isEqualTo(new Mailbox(ADDRESS, null));
    }

    @Test
    void a_mail_is_addressed_with_the_name_of_the_message_if_it_has_one() {
        var mail = writer.write(message(MessageType.RECOVERY, "en", "Alice"), variables(MessageType.RECOVERY));
        assertThat(mail.to()).isEqualTo(new Mailbox(ADDRESS, "Alice"));
    }

    @Test
    void a_project_can_have_its_own_sender_and_each_mail_another() {
        var alerts = new MailTemplate(null, null, new Sender("alerts@oneil.example", null, null, null));
        var writer = writer(SHOP_SENDER, MessageType.SESSION_ALERT, Map.of("en", alerts));

        var code = writer.write(message(MessageType.OTP_SESSION, "en"), variables(MessageType.OTP_SESSION));
        assertThat(code.from()).isEqualTo(new Mailbox("shop@oneil.example", "O'Neil"));
        assertThat(code.replyTo()).isEqualTo(new Mailbox("help@oneil.example", "Help"));

        var alert = writer.write(message(MessageType.SESSION_ALERT, "en"), variables(MessageType.SESSION_ALERT));
        assertThat(alert.from()).isEqualTo(new Mailbox("alerts@oneil.example", "O'Neil"));
        assertThat(alert.replyTo()).isEqualTo(new Mailbox("help@oneil.example", "Help"));
    }

    @Test
    void an_incomplete_sender_takes_its_name_from_the_system_and_receives_the_replies() {
        var writer = writer(new Sender("shop@oneil.example", null, null, null), MessageType.RECOVERY, Map.of());
        var mail = writer.write(message(MessageType.OTP_SESSION, "en"), variables(MessageType.OTP_SESSION));
        assertThat(mail.from()).isEqualTo(new Mailbox("shop@oneil.example", "Gatehouse"));
        assertThat(mail.replyTo()).isEqualTo(mail.from());
    }

    @Test
    void a_project_can_replace_subject_and_body_by_templates() {
        var message =
                "<p>{{b}}{{user}}{{/b}}, click <a href=\"{{redirect}}\">here</a>.</p><p>{{project}} {{unknown}}</p>";
        var custom = new MailTemplate("<i>Welcome</i> back, {{user}}", message, Sender.UNSET);
        var writer = writer(Sender.UNSET, MessageType.RECOVERY, Map.of("en", custom));
        var mail = writer.write(
                message(MessageType.RECOVERY, "de"), with(variables(MessageType.RECOVERY), "user", "<O'Neil & Co>"));

        assertThat(mail.subject()).isEqualTo("Welcome back, <O'Neil & Co>");
        assertThat(mail.html()).contains("<p><strong>&lt;O&apos;Neil &amp; Co&gt;</strong>, click");
        assertThat(html(mail).select("a").eachAttr("href")).containsExactly(LINK);
        assertThat(mail.text())
                .isEqualToNormalizingNewlines(
                        "<O'Neil & Co>, click here\n" + LINK + "\n.\n\n" + PROJECT_NAME + " {{unknown}}\n");
    }

    @Test
    void parts_that_a_project_does_not_replace_are_the_default_ones() {
        var custom = new MailTemplate("Ahoy", null, Sender.UNSET);
        var writer = writer(Sender.UNSET, MessageType.RECOVERY, Map.of("en", custom));
        var mail = writer.write(message(MessageType.RECOVERY, "en"), variables(MessageType.RECOVERY));
        assertThat(mail.subject()).isEqualTo("Ahoy");
        assertThat(mail.text()).contains("You asked to reset your password");
    }

    @Test
    void an_empty_template_is_an_empty_body_except_in_alerts_and_notices() {
        var empty = new MailTemplate(null, "", Sender.UNSET);
        var recovery = writer(Sender.UNSET, MessageType.RECOVERY, Map.of("en", empty))
                .write(message(MessageType.RECOVERY, "en"), variables(MessageType.RECOVERY));
        assertThat(recovery.text()).isBlank();

        var alert = writer(Sender.UNSET, MessageType.SESSION_ALERT, Map.of("en", empty))
                .write(message(MessageType.SESSION_ALERT, "en"), variables(MessageType.SESSION_ALERT));
        assertThat(alert.text()).contains("There was a new sign-in");

        var notice = writer(Sender.UNSET, MessageType.MFA_DISABLED, Map.of("en", empty))
                .write(message(MessageType.MFA_DISABLED, "en"), variables(MessageType.MFA_DISABLED));
        assertThat(notice.text()).contains("two-step verification was turned off");
    }

    @Test
    void line_breaks_in_headers_become_spaces() {
        var mail = writer.write(
                message(MessageType.RECOVERY, "en", "Eve\r\nBcc: all@example.com"), variables(MessageType.RECOVERY));
        assertThat(mail.to().name()).isEqualTo("Eve Bcc: all@example.com");

        var custom = new MailTemplate("{{user}}", null, Sender.UNSET);
        var subject = writer(Sender.UNSET, MessageType.RECOVERY, Map.of("en", custom))
                .write(message(MessageType.RECOVERY, "en"), with(variables(MessageType.RECOVERY), "user", "a\r\nb"))
                .subject();
        assertThat(subject).isEqualTo("a b");
    }

    @Test
    void the_text_of_a_mail_is_hidden() {
        var mail = writer.write(message(MessageType.OTP_SESSION, "en"), variables(MessageType.OTP_SESSION));
        assertThat(mail).hasToString("Mail[hidden]");
    }

    static Stream<Arguments> everyMailInEveryLanguage() {
        return mails().flatMap(messageType -> LOCALES.stream().map(locale -> Arguments.of(messageType, locale)));
    }

    private static Stream<MessageType> mails() {
        return Stream.of(MessageType.values()).filter(messageType -> messageType.channel() == Channel.EMAIL);
    }

    private static MailWriter writer(Sender sender, MessageType messageType, Map<String, MailTemplate> mails) {
        var templates = new ProjectMailTemplates(sender, Map.of(messageType, new Localized<>(mails)));
        return new MailWriter(SYSTEM, Map.of(SHOP, templates));
    }

    private static Document html(Mail mail) {
        return Jsoup.parse(mail.html());
    }
}
