package io.gatehouse.persistence;

import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import java.util.List;
import java.util.UUID;

/** Keeps one view of the log: a pure function from what happened to what to write, so that it can be run again. */
@FunctionalInterface
public interface Projection {

    List<Statement> of(RecordedChange recordedChange);

    /**
     * An event in the circumstances under which it was written down.
     *
     * @param occasion as the log keeps it: only the first event of a unit of work tells what to call it in the audit
     */
    record RecordedChange(UUID id, Event event, RequestMetadata metadata) {}
}
