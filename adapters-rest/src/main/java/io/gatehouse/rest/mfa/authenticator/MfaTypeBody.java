package io.gatehouse.rest.mfa.authenticator;

import io.gatehouse.application.mfa.authenticator.EnrolAuthenticator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an authenticator app needs for its enrolment: the API's model {@code MfaType}, fields in its order.
 *
 * @param secret in Base32, for manual input
 * @param uri contains the secret, for QR codes
 */
@Schema(name = "MfaType")
public record MfaTypeBody(String secret, String uri) {

    public static MfaTypeBody of(EnrolAuthenticator.Created created) {
        return new MfaTypeBody(created.secret().value(), created.uri());
    }

    @Override
    public String toString() {
        return "MfaTypeBody[hidden]";
    }
}
