package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.StreamId;

/** One enrolment of an authenticator app. A user has at most one at a time. */
public record AuthenticatorId(ProjectId project, String value)
        implements StreamId<Authenticator, AuthenticatorCommand, AuthenticatorEvent> {

    @Override
    public String streamType() {
        return "authenticator";
    }

    @Override
    public Authenticator initialState() {
        return new Authenticator.Absent();
    }
}
