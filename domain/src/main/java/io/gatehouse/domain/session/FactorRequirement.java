package io.gatehouse.domain.session;

import java.util.Collection;
import java.util.Set;

/**
 * How many distinct factors make a session complete.
 *
 * @param factors 1 or 2
 */
public record FactorRequirement(int factors) {

    /**
     * Two if the user has enabled MFA and has a second factor: a verified e-mail address, a verified phone number or an
     * authenticator app. Recovery codes do not count: they replace another factor.
     */
    public static FactorRequirement of(boolean mfa, boolean emailVerified, boolean phoneVerified, boolean totp) {
        return new FactorRequirement(mfa && (emailVerified || phoneVerified || totp) ? 2 : 1);
    }

    public boolean demandsSecondFactor() {
        return factors > 1;
    }

    public boolean isMetBy(Collection<AuthenticationFactor> proven) {
        return Set.copyOf(proven).size() >= factors;
    }
}
