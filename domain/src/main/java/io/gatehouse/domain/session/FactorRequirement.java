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
     * Two if the user has enabled MFA, and can prove two. A user who can prove one only, such as a verified address
     * without a password, would otherwise be locked out.
     *
     * @param provable those of password, verified e-mail address, verified phone number and authenticator app that the
     *     user has. Recovery codes do not count: they replace another factor
     */
    public static FactorRequirement of(boolean mfa, Set<AuthenticationFactor> provable) {
        return new FactorRequirement(mfa && provable.size() > 1 ? 2 : 1);
    }

    public boolean demandsSecondFactor() {
        return factors > 1;
    }

    public boolean isMetBy(Collection<AuthenticationFactor> proven) {
        return Set.copyOf(proven).size() >= factors;
    }
}
