package io.gatehouse.domain.target;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.StreamId;

/** One destination for messages to one user. */
public record TargetId(ProjectId project, String value) implements StreamId<PushTarget, TargetCommand, TargetEvent> {

    @Override
    public String streamType() {
        return "target";
    }

    @Override
    public PushTarget initialState() {
        return new PushTarget.Absent();
    }
}
