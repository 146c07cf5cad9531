package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.challenge.CreateChallenge;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** What a session shall prove. */
record NewChallengeBody(Factor factor) {

    static NewChallengeBody of(Parameters typed) {
        return new NewChallengeBody(typed.required("factor", Factor::parse));
    }

    /** Whoever asks by a JWT asks for the session that it stands for. */
    CreateChallenge.Command toCommand(ApiCall apiCall) {
        return new CreateChallenge.Command(
                apiCall.account(), apiCall.backingSession().id(), factor);
    }
}
