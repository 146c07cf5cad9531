package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.EnableOrDisableMfa;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** @param mfa whether MFA is enabled; boxed, so that the OpenAPI description marks it as required */
record MfaBody(Boolean mfa) {

    static MfaBody of(Parameters parameters) {
        return new MfaBody(parameters.flag("mfa"));
    }

    EnableOrDisableMfa.Command toCommand(ApiCall apiCall) {
        return new EnableOrDisableMfa.Command(apiCall.account(), apiCall.presentedSession(), mfa);
    }
}
