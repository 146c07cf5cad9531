package io.gatehouse.application;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.StreamId;
import io.gatehouse.domain.account.AccountId;
import java.util.List;

/** The event streams, as one unit of work reads and extends them. */
public interface Streams {

    /**
     * Folds a stream and guards it against concurrent changes until the unit of work commits.
     *
     * @return the state of the aggregate, including the events decided in this unit of work
     */
    <A extends Aggregate<A, C, E>, C, E extends Event> A read(StreamId<A, C, E> stream);

    /**
     * Folds a stream, lets the aggregate decide on the command, and appends the decided events.
     *
     * @return the state of the aggregate after these events
     * @throws RefusedException if the aggregate refused
     */
    <A extends Aggregate<A, C, E>, C, E extends Event> A execute(StreamId<A, C, E> stream, C command);

    /**
     * Appends an event without reading its stream: the first event of a stream with a new ID, or an event that no
     * decision depends on. Reads of this unit of work do not see it.
     */
    void append(Event event);

    /**
     * Lists an inventory of an account. If an item is added before this unit of work commits, the work runs again.
     *
     * @return the committed items, without those that this unit of work has decided
     */
    <T> T list(AccountId account, Inventory<T> inventory);

    /** @return the events decided or appended so far in this unit of work, in order */
    List<Event> decided();
}
