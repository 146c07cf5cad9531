package io.gatehouse.application.message;

import org.jspecify.annotations.Nullable;

/** A message was not accepted for delivery. The reason never contains message content. */
public final class UndeliverableException extends Exception {

    private final boolean permanent;

    private UndeliverableException(String reason, boolean permanent, @Nullable Throwable cause) {
        super(reason, cause);
        this.permanent = permanent;
    }

    /** A failure that a retry may overcome: a server that is down, a mailbox that is busy. */
    public static UndeliverableException transientFailure(String reason, @Nullable Throwable cause) {
        return new UndeliverableException(reason, false, cause);
    }

    /** A failure that no retry overcomes, such as an unknown mailbox. */
    public static UndeliverableException permanentFailure(String reason, @Nullable Throwable cause) {
        return new UndeliverableException(reason, true, cause);
    }

    public boolean isPermanent() {
        return permanent;
    }
}
