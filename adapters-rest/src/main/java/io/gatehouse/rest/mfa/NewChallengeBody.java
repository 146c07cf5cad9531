package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.CreateChallenge;
import io.gatehouse.domain.mfa.Factor;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.parameter.Parameters;

/** What a session shall prove. */
record NewChallengeBody(Factor factor) {

    static NewChallengeBody of(Parameters typed) {
        return new NewChallengeBody(typed.required("factor", Factor::parse));
    }

    /** Whoever asks by a JWT asks for the session that it stands for. */
    CreateChallenge.Command toCommand(Call call) {
        return new CreateChallenge.Command(call.account(), call.askingSession().id(), factor);
    }
}
