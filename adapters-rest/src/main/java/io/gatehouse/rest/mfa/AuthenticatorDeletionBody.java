package io.gatehouse.rest.mfa;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.mfa.RemoveAuthenticator;
import io.gatehouse.application.mfa.StepUp;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.parameter.TypedSecret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lets an authenticator app go, the way version 1.5 of the API had it.
 *
 * @param otp null for those who passed a challenge lately: whatever they send is not even looked at
 */
record AuthenticatorDeletionBody(@Nullable Secret otp) {

    static AuthenticatorDeletionBody of(Call call, Instant now) {
        return StepUp.isRecent(call.session(), now)
                ? new AuthenticatorDeletionBody(null)
                : new AuthenticatorDeletionBody(call.parameters().required("otp", TypedSecret::parse));
    }

    RemoveAuthenticator.Command toCommand(AccountView account) {
        return new RemoveAuthenticator.Command(account, otp);
    }
}
