package io.gatehouse.rest.signin;

import io.gatehouse.application.signin.SignInWithToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.parameter.PresentedSecret;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.EncodedSecret;

/**
 * What somebody read who signs in by a link or a code.
 *
 * @param userId {@code unique()} passes, as the API has it, and is nobody
 */
record TokenSessionBody(NewId userId, Secret secret) {

    static TokenSessionBody of(Parameters typed) {
        return new TokenSessionBody(
                typed.required("userId", NewId::parse), typed.required("secret", PresentedSecret::parse));
    }

    SignInWithToken.Command toCommand(ApiCall apiCall) {
        var account = new AccountId(apiCall.project().id(), userId.value());
        return new SignInWithToken.Command(account, unwrapped());
    }

    /** Servers may bring a phone's code back in the form they were told it, if it is for this user. */
    private Secret unwrapped() {
        return EncodedSecret.decode(secret.value())
                .filter(encoded -> encoded.userId().equals(userId.value()))
                .map(EncodedSecret::secret)
                .orElse(secret);
    }
}
