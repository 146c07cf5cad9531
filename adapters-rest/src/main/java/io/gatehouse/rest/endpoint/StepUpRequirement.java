package io.gatehouse.rest.endpoint;

import io.gatehouse.application.mfa.StepUp;
import io.gatehouse.rest.request.ApiCall;
import java.time.Instant;

/** Which callers of an endpoint must have passed an MFA challenge within the last 30 minutes. */
public enum StepUpRequirement {
    NONE,

    /** In strict projects, users who must prove two factors; in other projects, none. */
    STRICT_PROJECTS,

    /** All except those who send {@code otp}, which the endpoint verifies. */
    UNLESS_OTP,

    ALWAYS;

    public boolean isMet(ApiCall apiCall, Instant now) {
        return switch (this) {
            case NONE -> true;
            case STRICT_PROJECTS ->
                !apiCall.project().policies().strict()
                        || StepUp.isSatisfied(apiCall.account(), apiCall.presentedSession(), now);
            case UNLESS_OTP -> apiCall.parameters().has("otp") || StepUp.isRecent(apiCall.presentedSession(), now);
            case ALWAYS -> StepUp.isRecent(apiCall.presentedSession(), now);
        };
    }
}
