package io.gatehouse.application.project;

import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.EmailIsDisposable;
import io.gatehouse.domain.Refusal.EmailIsFree;
import io.gatehouse.domain.Refusal.EmailIsNotCanonical;
import io.gatehouse.domain.Refusal.EmailIsNotCorporate;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.EmailAddress;

/** Which e-mail addresses a project refuses. */
public record EmailRules(boolean noDisposable, boolean onlyCanonical, boolean noFree, boolean onlyCorporate) {

    public static final EmailRules NONE = new EmailRules(false, false, false, false);

    /** @throws RefusedException with the first rule that the address breaks */
    public void require(EmailAddress email, EmailDomains domains) {
        var disposable = domains.isDisposable(email.domain());
        var free = domains.isFree(email.domain());
        refuseIf(noDisposable && disposable, new EmailIsDisposable());
        refuseIf(onlyCanonical && !email.canonical().equals(email), new EmailIsNotCanonical());
        refuseIf(noFree && free, new EmailIsFree());
        refuseIf(onlyCorporate && (free || disposable), new EmailIsNotCorporate());
    }

    private static void refuseIf(boolean broken, Refusal refusal) {
        if (broken) {
            throw new RefusedException(refusal);
        }
    }
}
