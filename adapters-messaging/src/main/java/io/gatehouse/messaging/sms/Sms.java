package io.gatehouse.messaging.sms;

/**
 * An SMS, ready to be sent.
 *
 * @param to in E.164, with the plus sign
 */
public record Sms(String to, String text) {

    /** Codes are for the recipient's eyes. */
    @Override
    public String toString() {
        return "Sms[hidden]";
    }
}
