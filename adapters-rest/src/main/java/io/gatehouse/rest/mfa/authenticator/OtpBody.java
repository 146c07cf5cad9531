package io.gatehouse.rest.mfa.authenticator;

import io.gatehouse.application.mfa.authenticator.VerifyAuthenticator;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** A code of an authenticator app. */
public record OtpBody(Secret otp) {

    public static OtpBody of(Parameters parameters) {
        return new OtpBody(parameters.requiredCode("otp"));
    }

    public VerifyAuthenticator.Command toCommand(ApiCall apiCall) {
        var session = apiCall.presentedSession();
        return new VerifyAuthenticator.Command(apiCall.account(), session == null ? null : session.id(), otp);
    }
}
