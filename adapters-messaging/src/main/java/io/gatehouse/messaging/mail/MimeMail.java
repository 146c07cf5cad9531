package io.gatehouse.messaging.mail;

import io.gatehouse.application.message.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A mail as a MIME message, with the content as plain text and as HTML. */
final class MimeMail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** RFC 5322, section 3.3, in UTC. The setter of the library would use the machine's time zone. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String messageId;

    MimeMail(Session session, Message message, Mail mail) throws MessagingException {
        super(session);
        this.messageId = String.format(Locale.ROOT, "<%s@%s>", message.id(), domain(mail.from()));
        setFrom(address(mail.from()));
        setReplyTo(new InternetAddress[] {address(mail.replyTo())});
        setRecipient(RecipientType.TO, address(mail.to()));
        setSubject(mail.subject(), UTF_8);
        setHeader("Date", DATE.format(message.request().at()));
        // RFC 3834: prevents automatic replies, such as absence notes.
        setHeader("Auto-Submitted", "auto-generated");
        // RFC 2046, section 5.1.4: the last part is the preferred one.
        setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        saveChanges();
    }

    /** The same ID in each attempt, so that duplicates can be recognised. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static InternetAddress address(Mailbox mailbox) throws MessagingException {
        var address = new InternetAddress(mailbox.address(), true);
        try {
            address.setPersonal(mailbox.name(), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java platform has UTF-8", impossible);
        }
        return address;
    }

    private static String domain(Mailbox mailbox) {
        return mailbox.address().substring(mailbox.address().indexOf('@') + 1);
    }
}
