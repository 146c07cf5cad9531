package io.gatehouse.application.account;

import io.gatehouse.application.project.EmailDomains;

/** Knows one domain of each sort. */
public final class FewDomains implements EmailDomains {

    public static final String FREE = "gmail.com";
    public static final String DISPOSABLE = "mailinator.com";

    @Override
    public boolean isFree(String domain) {
        return domain.equals(FREE);
    }

    @Override
    public boolean isDisposable(String domain) {
        return domain.equals(DISPOSABLE);
    }
}
