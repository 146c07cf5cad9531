package io.gatehouse.application;

/** Others kept writing to the same history. Nothing was appended; trying again later is safe. */
public final class ConcurrentChangeException extends RuntimeException {

    public ConcurrentChangeException() {
        super("the history moved on every attempt", null, false, false);
    }
}
