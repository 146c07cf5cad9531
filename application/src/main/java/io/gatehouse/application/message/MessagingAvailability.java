package io.gatehouse.application.message;

import io.gatehouse.domain.Refusal.MailIsOff;
import io.gatehouse.domain.Refusal.SmsIsOff;
import io.gatehouse.domain.RefusedException;

/** Which message channels are configured. */
public record MessagingAvailability(boolean email, boolean sms) {

    /** @throws RefusedException with {@link MailIsOff} */
    public void requireEmail() {
        if (!email) {
            throw new RefusedException(new MailIsOff());
        }
    }

    /** @throws RefusedException with {@link SmsIsOff} */
    public void requireSms() {
        if (!sms) {
            throw new RefusedException(new SmsIsOff());
        }
    }
}
