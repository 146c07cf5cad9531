package io.gatehouse.rest.mfa.challenge;

import io.gatehouse.application.mfa.challenge.CreateChallenge;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** The factor to be proven by a new challenge. */
public record NewChallengeBody(Factor factor) {

    public static NewChallengeBody of(Parameters parameters) {
        return new NewChallengeBody(parameters.required("factor", Factor::parse));
    }

    /** With a JWT, the challenge belongs to the session the JWT was issued for. */
    public CreateChallenge.Command toCommand(ApiCall apiCall) {
        return new CreateChallenge.Command(
                apiCall.account(), apiCall.backingSession().id(), factor);
    }
}
