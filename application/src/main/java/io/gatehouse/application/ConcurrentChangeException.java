package io.gatehouse.application;

/** Concurrent writes to the same stream made every attempt fail. Nothing was appended; retrying later is safe. */
public final class ConcurrentChangeException extends RuntimeException {

    public ConcurrentChangeException() {
        super("the stream was changed concurrently on every attempt", null, false, false);
    }
}
