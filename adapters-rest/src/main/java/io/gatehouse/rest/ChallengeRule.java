package io.gatehouse.rest;

import io.gatehouse.application.mfa.StepUp;
import java.time.Instant;

/** Which callers of an endpoint have to have passed a challenge lately. */
public enum ChallengeRule {
    NOBODY,

    /** In strict projects those who are to prove two factors, and nobody elsewhere. */
    STRICT_PROJECTS,

    /** All but those who send {@code otp} along; what that is worth is for the endpoint to judge. */
    UNLESS_OTP,

    EVERYBODY;

    public boolean isObeyed(Call call, Instant now) {
        return switch (this) {
            case NOBODY -> true;
            case STRICT_PROJECTS ->
                !call.project().policies().strict() || StepUp.isSatisfied(call.account(), call.session(), now);
            case UNLESS_OTP -> call.parameters().has("otp") || StepUp.isRecent(call.session(), now);
            case EVERYBODY -> StepUp.isRecent(call.session(), now);
        };
    }
}
