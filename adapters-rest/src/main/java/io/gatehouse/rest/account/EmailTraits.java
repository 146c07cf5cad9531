package io.gatehouse.rest.account;

import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.domain.account.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Properties derived from the e-mail address alone; all null for users without one. */
record EmailTraits(
        @Nullable String emailCanonical,
        @Nullable Boolean emailIsFree,
        @Nullable Boolean emailIsDisposable,
        @Nullable Boolean emailIsCorporate,
        @Nullable Boolean emailIsCanonical) {

    static final EmailTraits NONE = new EmailTraits(null, null, null, null, null);

    static EmailTraits of(EmailAddress email, EmailDomains domains) {
        var canonical = email.canonical();
        var disposable = domains.isDisposable(email.domain());
        var free = domains.isFree(email.domain());
        return new EmailTraits(canonical.value(), free, disposable, !free && !disposable, canonical.equals(email));
    }
}
