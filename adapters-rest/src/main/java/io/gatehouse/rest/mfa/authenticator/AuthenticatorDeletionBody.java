package io.gatehouse.rest.mfa.authenticator;

import io.gatehouse.application.mfa.StepUp;
import io.gatehouse.application.mfa.authenticator.RemoveAuthenticator;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.request.ApiCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The parameters for removing an authenticator app, as in version 1.5 of the API.
 *
 * @param otp null if the session passed a challenge within the last 30 minutes; the parameter is ignored then
 */
public record AuthenticatorDeletionBody(@Nullable Secret otp) {

    public static AuthenticatorDeletionBody of(ApiCall apiCall, Instant now) {
        return StepUp.isRecent(apiCall.presentedSession(), now)
                ? new AuthenticatorDeletionBody(null)
                : new AuthenticatorDeletionBody(apiCall.parameters().requiredCode("otp"));
    }

    RemoveAuthenticator.Command toCommand(ApiCall apiCall) {
        return new RemoveAuthenticator.Command(apiCall.account(), otp);
    }
}
