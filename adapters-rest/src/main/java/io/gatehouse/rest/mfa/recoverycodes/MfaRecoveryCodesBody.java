package io.gatehouse.rest.mfa.recoverycodes;

import io.gatehouse.domain.Secret;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Recovery codes, each usable once: the API's model {@code MfaRecoveryCodes}. */
@Schema(name = "MfaRecoveryCodes")
public record MfaRecoveryCodesBody(List<String> recoveryCodes) {

    public static MfaRecoveryCodesBody of(List<Secret> codes) {
        return new MfaRecoveryCodesBody(codes.stream().map(Secret::value).toList());
    }

    @Override
    public String toString() {
        return "MfaRecoveryCodesBody[hidden]";
    }
}
