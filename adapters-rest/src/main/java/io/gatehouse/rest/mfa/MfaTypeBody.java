package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.authenticator.EnrolAuthenticator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an authenticator app has to know: the API's model {@code MfaType}, fields in its order.
 *
 * @param secret in Base32, for those who type it
 * @param uri with the secret in it, for those who scan it
 */
@Schema(name = "MfaType")
record MfaTypeBody(String secret, String uri) {

    static MfaTypeBody of(EnrolAuthenticator.Created created) {
        return new MfaTypeBody(created.secret().value(), created.uri());
    }

    @Override
    public String toString() {
        return "MfaTypeBody[hidden]";
    }
}
