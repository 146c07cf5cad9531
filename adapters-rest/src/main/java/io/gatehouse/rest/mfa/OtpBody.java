package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.authenticator.VerifyAuthenticator;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.parameter.PresentedSecret;
import io.gatehouse.rest.request.ApiCall;

/** What an authenticator app shows. */
record OtpBody(Secret otp) {

    static OtpBody of(Parameters typed) {
        return new OtpBody(typed.required("otp", PresentedSecret::parse));
    }

    VerifyAuthenticator.Command toCommand(ApiCall apiCall) {
        var session = apiCall.presentedSession();
        return new VerifyAuthenticator.Command(apiCall.account(), session == null ? null : session.id(), otp);
    }
}
