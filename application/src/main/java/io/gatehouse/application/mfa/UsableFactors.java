package io.gatehouse.application.mfa;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.project.Project;
import io.gatehouse.domain.mfa.Factor;

/**
 * What a user can answer a challenge with.
 *
 * @param recoveryCode whether there is one left
 */
public record UsableFactors(boolean totp, boolean phone, boolean email, boolean recoveryCode) {

    /** What the project does not offer is of no use; recovery codes cannot be switched off. */
    public static UsableFactors of(Project project, AccountView account, EnrolledFactors held) {
        var offered = project.policies().factors();
        return new UsableFactors(
                held.hasVerifiedAuthenticator() && offered.offers(Factor.TOTP),
                account.phoneVerified() && offered.offers(Factor.PHONE),
                account.emailVerified() && offered.offers(Factor.EMAIL),
                held.hasRecoveryCodes());
    }
}
