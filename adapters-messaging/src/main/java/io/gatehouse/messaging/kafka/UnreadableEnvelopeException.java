package io.gatehouse.messaging.kafka;

/** An envelope that this version cannot read, though another may. The message states why, and quotes no content. */
final class UnreadableEnvelopeException extends Exception {

    UnreadableEnvelopeException(String reason) {
        super(reason);
    }

    /** Never null. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
