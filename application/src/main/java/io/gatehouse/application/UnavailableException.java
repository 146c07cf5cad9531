package io.gatehouse.application;

/** A dependency does not respond: the database is down, or out of connections. Retrying later is safe. */
public final class UnavailableException extends RuntimeException {

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
