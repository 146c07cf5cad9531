package io.gatehouse.messaging.sms;

/**
 * An SMS, ready to be sent.
 *
 * @param to in E.164 format, with the plus sign
 */
public record Sms(String to, String text) {

    /** Hides the content: codes must not get into logs. */
    @Override
    public String toString() {
        return "Sms[hidden]";
    }
}
