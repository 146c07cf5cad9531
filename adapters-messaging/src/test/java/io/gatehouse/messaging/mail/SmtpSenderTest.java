package io.gatehouse.messaging.mail;

import static io.gatehouse.messaging.text.SampleMessages.ADDRESS;
import static io.gatehouse.messaging.text.SampleMessages.CODE;
import static io.gatehouse.messaging.text.SampleMessages.LINK;
import static io.gatehouse.messaging.text.SampleMessages.NOON;
import static io.gatehouse.messaging.text.SampleMessages.SHOP;
import static io.gatehouse.messaging.text.SampleMessages.message;
import static io.gatehouse.messaging.text.SampleMessages.variables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.util.Throwables.getStackTrace;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.UndeliverableException;
import io.gatehouse.domain.message.MessageType;
import io.gatehouse.messaging.mail.SmtpServer.Login;
import io.gatehouse.messaging.mail.SmtpServer.Security;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpSenderTest {

    private static final Mailbox SYSTEM = new Mailbox("no-reply@gatehouse.example", "Gätehouse");
    private static final Greeting GREETING = Greeting.of("gatehouse.example");
    private static final MailWriter WRITER = new MailWriter(SYSTEM, Map.of());
    private static final Message MESSAGE = message(MessageType.RECOVERY, "de", "Jürgen \"Jü\" Groß");

    private final GreenMail greenMail = new GreenMail(new ServerSetup[] {setup("smtp"), setup("smtps")});

    @BeforeEach
    void start() {
        greenMail.start();
    }

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Test
    void a_mail_has_a_text_part_and_an_html_part() throws Exception {
        var written = WRITER.write(MESSAGE, variables(MessageType.RECOVERY));
        send(plain(), MESSAGE);

        var parts = (MimeMultipart) received().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getCount()).isEqualTo(2);
        assertPart(parts.getBodyPart(0), "text/plain; charset=utf-8", written.text());
        assertPart(parts.getBodyPart(1), "text/html; charset=utf-8", written.html());
    }

    @Test
    void the_headers_contain_sender_recipient_subject_date_and_auto_submitted() throws Exception {
        send(plain(), MESSAGE);

        var mail = received();
        assertThat(mail.getFrom()).containsExactly(new InternetAddress(SYSTEM.address(), "Gätehouse", "UTF-8"));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Gätehouse");
        assertThat(mail.getReplyTo()).isEqualTo(mail.getFrom());
        assertThat(mail.getRecipients(RecipientType.TO)).containsExactly(new InternetAddress(ADDRESS));
        assertThat(((InternetAddress) mail.getRecipients(RecipientType.TO)[0]).getPersonal())
                .isEqualTo("Jürgen \"Jü\" Groß");
        assertThat(mail.getSubject()).isEqualTo("Passwort für O'Neil & Co zurücksetzen");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(NOON));
        assertThat(mail.getHeader("Date")).containsExactly("Sun, 1 Mar 2026 12:00:05 +0000");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void a_mail_sent_twice_has_the_same_message_id() throws Exception {
        send(plain(), MESSAGE);
        send(plain(), MESSAGE);

        assertThat(greenMail.getReceivedMessages())
                .hasSize(2)
                .extracting(MimeMessage::getMessageID)
                .containsOnly("<" + MESSAGE.id() + "@gatehouse.example>");
    }

    @Test
    void a_name_cannot_add_a_header() throws Exception {
        send(plain(), message(MessageType.RECOVERY, "en", "Eve\r\nBcc: all@example.com\r\n\r\nbody"));

        assertThat(received().getHeader("Bcc")).isNull();
        assertThat(received().getAllRecipients()).containsExactly(new InternetAddress(ADDRESS));
    }

    @Test
    void a_project_can_have_its_own_server() throws Exception {
        var unreachable = new SmtpServer("localhost", 1, Security.NONE, null);
        var sender = new SmtpSender(WRITER, unreachable, Map.of(SHOP, plain()), GREETING);
        sender.send(MESSAGE, variables(MessageType.RECOVERY));

        assertThat(received().getSubject()).contains("O'Neil & Co");
    }

    @Test
    void a_server_can_require_authentication_and_the_password_is_not_in_a_failure() throws Exception {
        greenMail.setUser("shop@oneil.example", "shop", "secret");
        send(plain(new Login("shop", "secret")), MESSAGE);
        assertThat(received().getSubject()).contains("O'Neil & Co");

        assertThatExceptionOfType(UndeliverableException.class)
                .isThrownBy(() -> send(plain(new Login("shop", "wrong-password")), MESSAGE))
                .satisfies(failure -> assertThat(failure.isPermanent()).isFalse())
                .satisfies(failure ->
                        assertThat(getStackTrace(failure)).contains("535").doesNotContain("wrong-password"));
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT TO, 550, true",
        "RCPT TO, 553, true",
        "RCPT TO, 571, true",
        "RCPT TO, 450, false",
        "DATA, 554, true",
        "DATA, 421, false",
        "., 552, true",
        "., 451, false",
        "MAIL FROM, 451, false",
        "MAIL FROM, 550, false",
        "EHLO, 421, false"
    })
    void only_a_permanent_reply_to_recipient_or_data_is_a_permanent_failure(
            String command, int code, boolean isPermanent) {
        var reply = code + " no, not " + LINK;
        try (var server = new ScriptedSmtpServer(Map.of(command, reply, "HELO", reply))) {
            assertThatExceptionOfType(UndeliverableException.class)
                    .isThrownBy(() -> send(new SmtpServer("localhost", server.port(), Security.NONE, null), MESSAGE))
                    .satisfies(failure -> assertThat(failure.isPermanent()).isEqualTo(isPermanent))
                    .withMessageNotContaining(LINK);
        }
    }

    @Test
    void a_failure_does_not_quote_the_text_of_the_reply() {
        try (var server = new ScriptedSmtpServer(Map.of(".", "554 spam: " + CODE))) {
            assertThatExceptionOfType(UndeliverableException.class)
                    .isThrownBy(() -> send(new SmtpServer("localhost", server.port(), Security.NONE, null), MESSAGE))
                    .withMessage("the mail server refused the mail: 554")
                    .withNoCause();
        }
    }

    @Test
    void an_accepted_mail_is_sent_even_if_quit_fails() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of("QUIT", "500 what?"))) {
            send(new SmtpServer("localhost", server.port(), Security.NONE, null), MESSAGE);
            assertThat(server.heard()).contains("RCPT TO:<" + ADDRESS + ">", "DATA", "QUIT");
        }
    }

    @Test
    void a_server_is_greeted_by_the_given_name() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            send(new SmtpServer("localhost", server.port(), Security.NONE, null), MESSAGE);
            assertThat(server.heard()).contains("EHLO gatehouse.example");
        }
    }

    @Test
    void a_malformed_address_is_a_permanent_failure() {
        var writer = new MailWriter(new Mailbox("not an address", null), Map.of());
        assertThatExceptionOfType(UndeliverableException.class)
                .isThrownBy(() -> new SmtpSender(writer, plain(), Map.of(), GREETING)
                        .send(MESSAGE, variables(MessageType.RECOVERY)))
                .matches(UndeliverableException::isPermanent);
    }

    @Test
    void an_unreachable_server_is_a_transient_failure() {
        var server = plain();
        greenMail.stop();
        assertThatExceptionOfType(UndeliverableException.class)
                .isThrownBy(() -> send(server, MESSAGE))
                .satisfies(failure -> assertThat(failure.isPermanent()).isFalse());
    }

    @Test
    void a_server_that_does_not_reply_in_time_is_a_transient_failure() throws Exception {
        try (var server = new ScriptedSmtpServer(Map.of("DATA", ScriptedSmtpServer.SILENCE))) {
            var silent = new SmtpServer("localhost", server.port(), Security.NONE, null);
            var sender = new SmtpSender(WRITER, silent, Map.of(), GREETING, Duration.ofMillis(500));
            assertThatExceptionOfType(UndeliverableException.class)
                    .isThrownBy(() -> sender.send(MESSAGE, variables(MessageType.RECOVERY)))
                    .withMessage("the mail server did not answer in time")
                    .satisfies(failure -> assertThat(failure.isPermanent()).isFalse());
            // Half of the timeout of a single reply.
            assertThat(server.isLeftWithin(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void a_server_without_a_required_starttls_gets_neither_credentials_nor_mail() {
        try (var server = new ScriptedSmtpServer(Map.of())) {
            var secure = new SmtpServer("localhost", server.port(), Security.STARTTLS, new Login("shop", "secret"));
            assertThatExceptionOfType(UndeliverableException.class)
                    .isThrownBy(() -> send(secure, MESSAGE))
                    .satisfies(failure -> assertThat(failure.isPermanent()).isFalse());
            assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void a_server_with_an_untrusted_certificate_gets_no_mail() {
        var selfSigned = new SmtpServer("localhost", greenMail.getSmtps().getPort(), Security.TLS, null);
        assertThatExceptionOfType(UndeliverableException.class)
                .isThrownBy(() -> send(selfSigned, MESSAGE))
                .satisfies(failure -> assertThat(failure.isPermanent()).isFalse())
                .withStackTraceContaining(SSLHandshakeException.class.getName());
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void the_text_of_a_server_hides_its_password() {
        assertThat(plain(new Login("shop", "secret")).toString()).doesNotContain("secret");
    }

    private static void send(SmtpServer server, Message message) throws UndeliverableException {
        new SmtpSender(WRITER, server, Map.of(), GREETING)
                .send(message, variables(message.request().template()));
    }

    private SmtpServer plain() {
        return new SmtpServer("localhost", greenMail.getSmtp().getPort(), Security.NONE, null);
    }

    private SmtpServer plain(Login login) {
        return new SmtpServer("localhost", greenMail.getSmtp().getPort(), Security.NONE, login);
    }

    private MimeMessage received() {
        return greenMail.getReceivedMessages()[0];
    }

    private static void assertPart(BodyPart part, String type, String content) throws MessagingException, IOException {
        assertThat(part.getContentType()).isEqualToIgnoringCase(type);
        assertThat((String) part.getContent()).isEqualToNormalizingNewlines(content);
    }

    private static ServerSetup setup(String protocol) {
        return new ServerSetup(0, "localhost", protocol);
    }
}
