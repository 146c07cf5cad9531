package io.gatehouse.application;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.StreamId;
import io.gatehouse.domain.account.AccountId;
import java.util.List;

/** The histories within reach of one unit of work. */
public interface Streams {

    /**
     * Folds a history and guards it until the unit of work is through.
     *
     * @return the aggregate as its events left it, those decided in this unit of work included
     */
    <A extends Aggregate<A, C, E>, C, E extends Event> A read(StreamId<A, C, E> stream);

    /**
     * Folds a history, lets it decide, and appends what it decided.
     *
     * @return the aggregate as it is now
     * @throws RefusedException if it refused
     */
    <A extends Aggregate<A, C, E>, C, E extends Event> A execute(StreamId<A, C, E> stream, C command);

    /**
     * Appends an event without reading anything: the first of a history that cannot exist yet, because its ID is fresh, or one
     * that no decision depends on. It is not seen by reads of this unit of work.
     */
    void append(Event first);

    /**
     * Lists what an account owns. Guarded: if something is added to it before this unit of work commits, the work runs again.
     *
     * @return without what this unit of work has decided
     */
    <T> T list(AccountId account, Inventory<T> inventory);

    /** @return the events decided or appended so far in this unit of work, in this order */
    List<Event> decided();
}
