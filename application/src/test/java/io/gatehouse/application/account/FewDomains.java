package io.gatehouse.application.account;

import io.gatehouse.application.project.EmailDomains;

/** Contains one domain of each kind: one free, one disposable. */
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
