package io.gatehouse.rest.mfa.challenge;

import io.gatehouse.application.mfa.challenge.AnswerChallenge;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.TextRules;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ChallengeHolder;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** The answer to a challenge. */
public record ChallengeAnswerBody(ChallengeId challengeId, Secret otp) {

    /** Characters, as the API documents. */
    private static final int LONGEST_ID = 256;

    public static ChallengeAnswerBody of(Parameters parameters, ProjectId project) {
        return new ChallengeAnswerBody(
                parameters.required(
                        "challengeId", (name, id) -> new ChallengeId(project, TextRules.parse(name, id, LONGEST_ID))),
                parameters.requiredCode("otp"));
    }

    /** @throws RefusedException with {@code SessionNotFound} if no session was presented, for instance with a JWT */
    public AnswerChallenge.Command toCommand(ApiCall apiCall) {
        var by = new ChallengeHolder(apiCall.account().id(), apiCall.requirePresentedSession());
        return new AnswerChallenge.Command(challengeId, by, otp);
    }
}
