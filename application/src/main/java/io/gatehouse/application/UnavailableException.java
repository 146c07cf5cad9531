package io.gatehouse.application;

/** Something we depend on does not answer: the database is down, or out of connections. Trying again later is safe. */
public final class UnavailableException extends RuntimeException {

    public UnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
