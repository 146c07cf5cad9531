package io.gatehouse.rest.mfa;

import io.gatehouse.domain.Secret;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Recovery codes, each usable once: the API's model {@code MfaRecoveryCodes}. */
@Schema(name = "MfaRecoveryCodes")
record MfaRecoveryCodesBody(List<String> recoveryCodes) {

    static MfaRecoveryCodesBody of(List<Secret> codes) {
        return new MfaRecoveryCodesBody(codes.stream().map(Secret::value).toList());
    }

    @Override
    public String toString() {
        return "MfaRecoveryCodesBody[hidden]";
    }
}
