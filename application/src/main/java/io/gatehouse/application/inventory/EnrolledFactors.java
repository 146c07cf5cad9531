package io.gatehouse.application.inventory;

import io.gatehouse.application.Inventory;
import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Refusal.AuthenticatorNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.mfa.authenticator.AuthenticatorId;
import io.gatehouse.domain.mfa.recoverycodes.RecoveryCodesId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second factors somebody has set up with us.
 *
 * @param authenticator null if there is none
 * @param recoveryCodes null if there never were any
 */
public record EnrolledFactors(
        @Nullable EnrolledAuthenticator authenticator,
        @Nullable RecoveryCodeSet recoveryCodes) {

    /** The factors that an account has set up: a new authenticator and a new set of recovery codes are additions. */
    public static final Inventory<EnrolledFactors> INVENTORY = new Inventory<>("factors");

    /** @param secret what its codes are computed from */
    public record EnrolledAuthenticator(AuthenticatorId id, Ciphertext secret, boolean verified) {}

    /**
     * @param unspent in the order in which they were made; empty once they are used up
     * @param sealed all codes, spent ones included; null where they may not be seen again, or all are used up
     */
    public record RecoveryCodeSet(
            RecoveryCodesId id,
            List<SecretDigest> unspent,
            @Nullable Ciphertext sealed) {}

    /** Whether there is an app that has shown a right code. */
    public boolean hasVerifiedAuthenticator() {
        return authenticator != null && authenticator.verified();
    }

    public boolean hasRecoveryCodes() {
        return recoveryCodes != null && !recoveryCodes.unspent().isEmpty();
    }

    /** @throws RefusedException with {@link AuthenticatorNotFound} */
    public EnrolledAuthenticator requireAuthenticator() {
        if (authenticator == null) {
            throw new RefusedException(new AuthenticatorNotFound());
        }
        return authenticator;
    }
}
