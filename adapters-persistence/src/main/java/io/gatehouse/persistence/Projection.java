package io.gatehouse.persistence;

import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import java.util.List;
import java.util.UUID;

/** Keeps one view of the log: a pure function from what happened to what to write, so that it can be run again. */
public interface Projection {

    /**
     * @return the view whose rows this projection alone inserts and deletes. It may also update columns of a view that comes
     *     earlier in the list of projections.
     */
    View view();

    List<Statement> of(RecordedChange recordedChange);

    /**
     * An event in the circumstances under which it was written down.
     *
     * @param metadata as the log keeps it: only the first event of a unit of work tells what to call it in the audit
     */
    record RecordedChange(UUID id, Event event, RequestMetadata metadata) {}
}
