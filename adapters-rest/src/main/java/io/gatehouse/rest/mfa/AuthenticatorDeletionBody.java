package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.StepUp;
import io.gatehouse.application.mfa.authenticator.RemoveAuthenticator;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.parameter.PresentedSecret;
import io.gatehouse.rest.request.ApiCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets an authenticator app go, the way version 1.5 of the API had it.
 *
 * @param otp null for those who passed a challenge lately: whatever they send is not even looked at
 */
record AuthenticatorDeletionBody(@Nullable Secret otp) {

    static AuthenticatorDeletionBody of(ApiCall apiCall, Instant now) {
        return StepUp.isRecent(apiCall.presentedSession(), now)
                ? new AuthenticatorDeletionBody(null)
                : new AuthenticatorDeletionBody(apiCall.parameters().required("otp", PresentedSecret::parse));
    }

    RemoveAuthenticator.Command toCommand(ApiCall apiCall) {
        return new RemoveAuthenticator.Command(apiCall.account(), otp);
    }
}
