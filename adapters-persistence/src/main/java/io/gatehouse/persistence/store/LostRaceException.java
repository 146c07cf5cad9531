package io.gatehouse.persistence.store;

import java.util.concurrent.locks.Lock;

/** A stream that a unit of work has read was changed concurrently. Expected, hence without a stack trace. */
final class LostRaceException extends RuntimeException {

    private final transient Lock lock;

    /** @param lock serialises the writers of the account on this node */
    LostRaceException(Lock lock) {
        super("a stream was changed concurrently", null, false, false);
        this.lock = lock;
    }

    Lock lock() {
        return lock;
    }
}
