package io.gatehouse.messaging.kafka;

/** An envelope that this version cannot read, though another may. Says why, without saying what was in it. */
final class UnreadableEnvelopeException extends Exception {

    UnreadableEnvelopeException(String reason) {
        super(reason);
    }

    /** Never null. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
