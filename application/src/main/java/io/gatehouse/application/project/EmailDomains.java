package io.gatehouse.application.project;

/** Knows who gives away addresses. */
public interface EmailDomains {

    /** Whether anybody can have an address there for nothing; {@code false} for disposable ones. */
    boolean isFree(String domain);

    /** Whether addresses there are thrown away after use. */
    boolean isDisposable(String domain);
}
