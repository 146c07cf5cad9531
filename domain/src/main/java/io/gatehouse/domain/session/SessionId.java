package io.gatehouse.domain.session;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.StreamId;

/** One session of one user. */
public record SessionId(ProjectId project, String value) implements StreamId<Session, SessionCommand, SessionEvent> {

    @Override
    public String streamType() {
        return "session";
    }

    @Override
    public Session initialState() {
        return new Session.Absent();
    }
}
