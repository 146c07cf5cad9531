package io.gatehouse.messaging.inbox;

import static io.gatehouse.messaging.SampleMessageRequests.ALICE;
import static io.gatehouse.messaging.SampleMessageRequests.NOON;
import static io.gatehouse.messaging.SampleMessageRequests.message;
import static io.gatehouse.messaging.SampleMessageRequests.phoneLogin;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.message.MessageType.Channel;
import io.gatehouse.messaging.mail.MailWriter;
import io.gatehouse.messaging.mail.Mailbox;
import io.gatehouse.messaging.sms.SmsWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxSenderTest {

    private static final String LINK = "https://app.example.com/reset?userId=alice&secret=0123&expire=soon";

    private final Inbox inbox = new Inbox();
    private final MailWriter mails = new MailWriter(new Mailbox("no-reply@example.com", "Gatehouse"), Map.of());
    private final InboxSender sender = new InboxSender(inbox, mails, new SmsWriter(Map.of()), () -> NOON);

    @Test
    void a_mail_is_stored_as_it_would_be_sent_with_its_link_extracted() {
        var message = message();
        var variables = Map.of("user", "Alice", "redirect", LINK, "validMinutes", "60");
        sender.send(message, variables);

        var sent = mails.write(message, variables);
        assertThat(inbox.messages())
                .containsExactly(new InboxMessage(
                        message.id(),
                        Channel.EMAIL,
                        "demo",
                        "recovery",
                        "alice",
                        "alice@example.com",
                        "Gatehouse <no-reply@example.com>",
                        sent.subject(),
                        sent.text(),
                        sent.html(),
                        null,
                        LINK,
                        NOON));
    }

    @Test
    void an_sms_is_stored_with_its_code_extracted() {
        var message = message("7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001", phoneLogin(ALICE));
        sender.send(message, Map.of("otp", "004213", "validMinutes", "15"));

        assertThat(inbox.messages())
                .containsExactly(new InboxMessage(
                        message.id(),
                        Channel.SMS,
                        "demo",
                        "phoneLogin",
                        "alice",
                        "+4915112345678",
                        "",
                        "",
                        "004213",
                        null,
                        "004213",
                        null,
                        NOON));
    }
}
