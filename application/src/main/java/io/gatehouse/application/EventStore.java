package io.gatehouse.application;

import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.RefusedException;
import java.util.function.Function;

/** The event log: the only way to read and change aggregates. */
public interface EventStore {

    /**
     * Runs decisions as one unit of work. Streams read by it are guarded: the events it decides on, over any number of
     * streams, are appended atomically, together with the updates of all views, or the work runs again if one of those
     * streams has changed.
     *
     * @param metadata the origin and purpose of the change; stored with every event
     * @param work decides; has no effect of its own, for it may run more than once
     * @throws RefusedException if an aggregate refused, or if a unique value is already in use; nothing is appended
     * @throws ConcurrentChangeException if it lost the race on every attempt; retrying later is safe
     */
    <R> R transact(RequestMetadata metadata, Function<Streams, R> work);
}
