package io.gatehouse.rest.endpoint;

import io.gatehouse.application.mfa.StepUp;
import io.gatehouse.rest.request.ApiCall;
import java.time.Instant;

/** Which callers of an endpoint have to have passed a challenge lately. */
public enum StepUpRequirement {
    NOBODY,

    /** In strict projects those who are to prove two factors, and nobody elsewhere. */
    STRICT_PROJECTS,

    /** All but those who send {@code otp} along; what that is worth is for the endpoint to judge. */
    UNLESS_OTP,

    EVERYBODY;

    public boolean isMet(ApiCall apiCall, Instant now) {
        return switch (this) {
            case NOBODY -> true;
            case STRICT_PROJECTS ->
                !apiCall.project().policies().strict()
                        || StepUp.isSatisfied(apiCall.account(), apiCall.presentedSession(), now);
            case UNLESS_OTP -> apiCall.parameters().has("otp") || StepUp.isRecent(apiCall.presentedSession(), now);
            case EVERYBODY -> StepUp.isRecent(apiCall.presentedSession(), now);
        };
    }
}
