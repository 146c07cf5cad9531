package io.gatehouse.persistence;

import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import java.util.List;
import java.util.UUID;

/** Maintains one view: a pure function from an event to the statements that update the view, so it can be replayed. */
public interface Projection {

    /**
     * @return the view whose rows only this projection inserts and deletes. The projection may also update columns of a
     *     view that is earlier in the list of projections
     */
    View view();

    List<Statement> of(RecordedChange recordedChange);

    /**
     * An event with its ID and metadata.
     *
     * @param metadata as stored with the event; only the first event of a unit of work has an audit action
     */
    record RecordedChange(UUID id, Event event, RequestMetadata metadata) {}
}
