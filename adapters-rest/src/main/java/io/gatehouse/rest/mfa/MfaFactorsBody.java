package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.UsableFactors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The factors with which a user can answer a challenge: the API's model {@code MfaFactors}, fields in its order.
 *
 * @param custom codes delivered by the project itself; not supported, but the newest SDKs expect the field
 */
@Schema(name = "MfaFactors")
record MfaFactorsBody(boolean totp, boolean phone, boolean email, boolean recoveryCode, boolean custom) {

    static MfaFactorsBody of(UsableFactors usable) {
        return new MfaFactorsBody(usable.totp(), usable.phone(), usable.email(), usable.recoveryCode(), false);
    }
}
