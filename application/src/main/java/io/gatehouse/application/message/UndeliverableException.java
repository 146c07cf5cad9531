package io.gatehouse.application.message;

import org.jspecify.annotations.Nullable;

/** Nobody took a message. Says why, without saying what was in it. */
public final class UndeliverableException extends Exception {

    private final boolean forGood;

    private UndeliverableException(String reason, boolean forGood, @Nullable Throwable cause) {
        super(reason, cause);
        this.forGood = forGood;
    }

    /** Trying again later may help: a server that is down, a mailbox that is busy. */
    public static UndeliverableException transientFailure(String reason, @Nullable Throwable cause) {
        return new UndeliverableException(reason, false, cause);
    }

    /** Trying again is pointless: there is no such mailbox. */
    public static UndeliverableException permanentFailure(String reason, @Nullable Throwable cause) {
        return new UndeliverableException(reason, true, cause);
    }

    public boolean isPermanent() {
        return forGood;
    }
}
