package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.EnableOrDisableMfa;
import io.gatehouse.rest.ApiCall;
import io.gatehouse.rest.parameter.Parameters;

/** @param mfa whether two factors are wanted; boxed, which the API's description takes to mean that it must be given */
record MfaBody(Boolean mfa) {

    static MfaBody of(Parameters typed) {
        return new MfaBody(typed.flag("mfa"));
    }

    EnableOrDisableMfa.Command toCommand(ApiCall apiCall) {
        return new EnableOrDisableMfa.Command(apiCall.account(), apiCall.presentedSessionView(), mfa);
    }
}
