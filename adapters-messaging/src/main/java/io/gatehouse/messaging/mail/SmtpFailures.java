package io.gatehouse.messaging.mail;

import io.gatehouse.application.message.UndeliverableException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Classifies the failures of an SMTP delivery as permanent or transient. */
final class SmtpFailures {

    private SmtpFailures() {}

    /** The message contains the server's reply code, but not its text, which may quote the mail. */
    static UndeliverableException toUndeliverable(@Nullable Throwable failure) {
        return switch (failure) {
            case AddressException _ -> UndeliverableException.permanentFailure("an address is malformed", null);
            case SMTPAddressFailedException e -> refused("recipient", e.getReturnCode());
            case SMTPSendFailedException e when e.getCommand().startsWith("MAIL FROM") -> misconfigured(e);
            case SMTPSendFailedException e -> refused("mail", e.getReturnCode());
            case SendFailedException e -> toUndeliverable(e.getNextException());
            case null, default ->
                UndeliverableException.transientFailure("communication with the mail server failed", failure);
        };
    }

    /** Replies from 500 on are permanent (RFC 5321, section 4.2.1). */
    private static UndeliverableException refused(String what, int code) {
        var reason = String.format(Locale.ROOT, "the mail server refused the %s: %d", what, code);
        return code >= 500
                ? UndeliverableException.permanentFailure(reason, null)
                : UndeliverableException.transientFailure(reason, null);
    }

    /** Transient, because a sender that the server does not allow is a configuration error, which gets corrected. */
    private static UndeliverableException misconfigured(SMTPSendFailedException e) {
        return UndeliverableException.transientFailure(
                "the mail server refused the sender: " + e.getReturnCode(), null);
    }
}
