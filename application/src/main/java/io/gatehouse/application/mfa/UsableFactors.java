package io.gatehouse.application.mfa;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.inventory.EnrolledFactors;
import io.gatehouse.application.project.Project;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.domain.session.AuthenticationFactor;
import java.util.Collection;

/**
 * The factors with which a user can answer a challenge.
 *
 * @param recoveryCode whether an unspent code is left
 */
public record UsableFactors(boolean totp, boolean phone, boolean email, boolean recoveryCode) {

    /** Leaves out factors that the project does not offer; recovery codes are always offered. */
    public static UsableFactors of(Project project, AccountView account, EnrolledFactors enrolled) {
        var offered = project.policies().factors();
        return new UsableFactors(
                enrolled.hasVerifiedAuthenticator() && offered.offers(Factor.TOTP),
                account.phoneVerified() && offered.offers(Factor.PHONE),
                account.emailVerified() && offered.offers(Factor.EMAIL),
                enrolled.hasRecoveryCodes());
    }

    /** Those that bring a session closer to completeness: a factor counts once. */
    public UsableFactors without(Collection<AuthenticationFactor> proven) {
        return new UsableFactors(
                totp && !proven.contains(AuthenticationFactor.TOTP),
                phone && !proven.contains(AuthenticationFactor.PHONE),
                email && !proven.contains(AuthenticationFactor.EMAIL),
                recoveryCode && !proven.contains(AuthenticationFactor.RECOVERY_CODE));
    }
}
