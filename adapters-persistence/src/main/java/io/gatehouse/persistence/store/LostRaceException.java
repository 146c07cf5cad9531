package io.gatehouse.persistence.store;

import java.util.concurrent.locks.Lock;

/** Somebody else was faster: what a unit of work relied on has moved. Expected, hence without a stack trace. */
final class LostRaceException extends RuntimeException {

    private final transient Lock lane;

    /** @param lane where those who write about the same account queue */
    LostRaceException(Lock lane) {
        super("a stream has moved", null, false, false);
        this.lane = lane;
    }

    Lock lane() {
        return lane;
    }
}
