package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.VerifyAuthenticator;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.parameter.TypedSecret;

/** What an authenticator app shows. */
record OtpBody(Secret otp) {

    static OtpBody of(Parameters typed) {
        return new OtpBody(typed.required("otp", TypedSecret::parse));
    }

    VerifyAuthenticator.Command toCommand(Call call) {
        var session = call.session();
        return new VerifyAuthenticator.Command(call.account(), session == null ? null : session.id(), otp);
    }
}
