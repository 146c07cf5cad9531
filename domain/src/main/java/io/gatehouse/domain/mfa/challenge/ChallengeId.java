package io.gatehouse.domain.mfa.challenge;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.StreamId;

/** One MFA challenge of one session. */
public record ChallengeId(ProjectId project, String value)
        implements StreamId<MfaChallenge, MfaChallengeCommand, MfaChallengeEvent> {

    @Override
    public String streamType() {
        return "challenge";
    }

    @Override
    public MfaChallenge initialState() {
        return new MfaChallenge.Absent();
    }
}
