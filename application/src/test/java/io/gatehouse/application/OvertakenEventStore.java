package io.gatehouse.application;

import io.gatehouse.application.request.RequestMetadata;
import java.util.function.Function;

/** An event store in which another change is committed just before the first unit of work begins. */
public final class OvertakenEventStore implements EventStore {

    private final EventStore store;
    private Runnable otherChange;

    /** @param otherChange commits the other change, once; an exception of it fails the first unit of work */
    public OvertakenEventStore(EventStore store, Runnable otherChange) {
        this.store = store;
        this.otherChange = otherChange;
    }

    @Override
    public <R> R transact(RequestMetadata metadata, Function<Streams, R> work) {
        var first = otherChange;
        otherChange = () -> {};
        first.run();
        return store.transact(metadata, work);
    }
}
