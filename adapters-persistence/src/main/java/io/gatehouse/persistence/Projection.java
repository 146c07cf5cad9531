package io.gatehouse.persistence;

import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import java.util.List;
import java.util.UUID;

/**
 * Maintains one table: a pure function from an event to the statements that update the table, so it can be replayed.
 */
public interface Projection {

    /**
     * @return the table whose rows only this projection inserts and deletes. The projection may also update columns of
     *     a table that is earlier in the list of projections
     */
    ProjectionTable table();

    List<Statement> statements(RecordedChange recordedChange);

    /**
     * An event with its ID and metadata.
     *
     * @param metadata as stored with the event; only the first event of a unit of work has an audit action
     */
    record RecordedChange(UUID id, Event event, RequestMetadata metadata) {}
}
