package io.gatehouse.messaging.inbox;

import io.gatehouse.application.message.Message;
import io.gatehouse.application.message.MessageSender;
import io.gatehouse.messaging.mail.MailWriter;
import io.gatehouse.messaging.mail.Mailbox;
import io.gatehouse.messaging.sms.SmsWriter;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts mails and SMS into the inbox, as their recipients would have received them. */
public final class InboxSender implements MessageSender {

    private final Inbox inbox;
    private final MailWriter mails;
    private final SmsWriter sms;
    private final InstantSource clock;

    public InboxSender(Inbox inbox, MailWriter mails, SmsWriter sms, InstantSource clock) {
        this.inbox = inbox;
        this.mails = mails;
        this.sms = sms;
        this.clock = clock;
    }

    @Override
    public void send(Message message, Map<String, String> variables) {
        inbox.add(
                switch (message.request().template().channel()) {
                    case EMAIL -> mail(message, variables);
                    case SMS -> sms(message, variables);
                });
    }

    private InboxMessage mail(Message message, Map<String, String> variables) {
        var mail = mails.write(message, variables);
        return inboxMessage(message, variables, formatted(mail.from()), mail.subject(), mail.text(), mail.html());
    }

    private InboxMessage sms(Message message, Map<String, String> variables) {
        return inboxMessage(
                message, variables, "", "", sms.write(message, variables).text(), null);
    }

    private InboxMessage inboxMessage(
            Message message,
            Map<String, String> variables,
            String from,
            String subject,
            String text,
            @Nullable String html) {
        var request = message.request();
        return new InboxMessage(
                message.id(),
                request.template().channel(),
                request.account().project().value(),
                request.template().apiName(),
                request.account().value(),
                request.recipient().value(),
                from,
                subject,
                text,
                html,
                variables.get("otp"),
                variables.get("redirect"),
                clock.instant());
    }

    private static String formatted(Mailbox mailbox) {
        return mailbox.name() == null ? mailbox.address() : mailbox.name() + " <" + mailbox.address() + ">";
    }
}
