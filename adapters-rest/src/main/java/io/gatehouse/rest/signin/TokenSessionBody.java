package io.gatehouse.rest.signin;

import io.gatehouse.application.signin.SignInWithToken;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.EncodedSecret;

/**
 * The user ID and the secret of a sign-in link or code.
 *
 * @param userId {@code unique()} is accepted, as in the API, but matches no user
 */
record TokenSessionBody(NewId userId, Secret secret) {

    static TokenSessionBody of(Parameters parameters) {
        return new TokenSessionBody(parameters.required("userId", NewId::parse), parameters.requiredCode("secret"));
    }

    SignInWithToken.Command toCommand(ApiCall apiCall) {
        var account = new AccountId(apiCall.project().id(), userId.value());
        return new SignInWithToken.Command(account, unwrapped());
    }

    /** Servers may send a code for a phone in the encoded form in which they received it, if it is for this user. */
    private Secret unwrapped() {
        return EncodedSecret.decode(secret.value())
                .filter(encoded -> encoded.userId().equals(userId.value()))
                .map(EncodedSecret::secret)
                .orElse(secret);
    }
}
