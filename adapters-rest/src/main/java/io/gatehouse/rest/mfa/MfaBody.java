package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.EnableOrDisableMfa;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** @param mfa whether two factors are wanted; boxed, which the API's description takes to mean that it must be given */
record MfaBody(Boolean mfa) {

    static MfaBody of(Parameters typed) {
        return new MfaBody(typed.flag("mfa"));
    }

    EnableOrDisableMfa.Command toCommand(ApiCall apiCall) {
        return new EnableOrDisableMfa.Command(apiCall.account(), apiCall.presentedSession(), mfa);
    }
}
