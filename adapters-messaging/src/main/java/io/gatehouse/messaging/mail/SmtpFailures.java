package io.gatehouse.messaging.mail;

import io.gatehouse.application.message.UndeliverableException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What it means to us that a mail was not taken. */
final class SmtpFailures {

    private SmtpFailures() {}

    /** Tells the server's code, but not its words, which may quote the mail. */
    static UndeliverableException toUndeliverable(@Nullable Throwable failure) {
        return switch (failure) {
            case AddressException _ -> UndeliverableException.permanentFailure("an address is malformed", null);
            case SMTPAddressFailedException no -> refused("recipient", no.getReturnCode());
            case SMTPSendFailedException no when no.getCommand().startsWith("MAIL FROM") -> misconfigured(no);
            case SMTPSendFailedException no -> refused("mail", no.getReturnCode());
            case SendFailedException collected -> toUndeliverable(collected.getNextException());
            case null, default ->
                UndeliverableException.transientFailure("the mail server cannot be talked to", failure);
        };
    }

    /** Replies from 500 on are permanent (RFC 5321, section 4.2.1). */
    private static UndeliverableException refused(String what, int code) {
        var reason = "the mail server refused the %s: %d".formatted(what, code);
        return code >= 500
                ? UndeliverableException.permanentFailure(reason, null)
                : UndeliverableException.transientFailure(reason, null);
    }

    /** A sender we may not use is our mistake, and mistakes get corrected. */
    private static UndeliverableException misconfigured(SMTPSendFailedException no) {
        return UndeliverableException.transientFailure(
                "the mail server refused the sender: " + no.getReturnCode(), null);
    }
}
