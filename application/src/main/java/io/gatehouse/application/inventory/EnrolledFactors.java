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
 * The second factors that an account has enrolled: an authenticator app and recovery codes.
 *
 * @param authenticator null if there is none
 * @param recoveryCodes null if none were ever generated
 */
public record EnrolledFactors(
        @Nullable EnrolledAuthenticator authenticator,
        @Nullable RecoveryCodeSet recoveryCodes) {

    /** A new authenticator and a new set of recovery codes count as additions. */
    public static final Inventory<EnrolledFactors> INVENTORY = new Inventory<>("factors");

    /** @param encryptedSecret the TOTP secret */
    public record EnrolledAuthenticator(AuthenticatorId id, Ciphertext encryptedSecret, boolean verified) {}

    /**
     * @param unspent the unused codes, in the order of creation
     * @param encryptedCodes all codes, including spent ones; null if they may not be shown again, or all are spent
     */
    public record RecoveryCodeSet(
            RecoveryCodesId id,
            List<SecretDigest> unspent,
            @Nullable Ciphertext encryptedCodes) {}

    /** Whether an authenticator app has been verified by a correct code. */
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
