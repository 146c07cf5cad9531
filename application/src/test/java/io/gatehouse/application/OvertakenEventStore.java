package io.gatehouse.application;

import io.gatehouse.application.request.RequestMetadata;
import java.util.function.Function;

/** An event store in which another change is committed just before the first unit of work begins. */
public final class OvertakenEventStore implements EventStore {

    private final EventStore store;
    private Runnable meanwhile;

    /** @param meanwhile commits the other change, once; an exception of it fails the first unit of work */
    public OvertakenEventStore(EventStore store, Runnable meanwhile) {
        this.store = store;
        this.meanwhile = meanwhile;
    }

    @Override
    public <R> R transact(RequestMetadata metadata, Function<Streams, R> work) {
        var first = meanwhile;
        meanwhile = () -> {};
        first.run();
        return store.transact(metadata, work);
    }
}
