package io.gatehouse.application.project;

/** Classifies e-mail domains. */
public interface EmailDomains {

    /** Whether the domain offers free addresses to the public; {@code false} for disposable domains. */
    boolean isFree(String domain);

    /** Whether the domain provides disposable (temporary) addresses. */
    boolean isDisposable(String domain);
}
