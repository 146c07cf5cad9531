package io.gatehouse.application;

import io.gatehouse.application.request.RequestMetadata;
import java.util.function.Function;

/** A log whose first writer is overtaken: something happens between what they looked up and what they write. */
public final class OvertakenEventStore implements EventStore {

    private final EventStore store;
    private Runnable meanwhile;

    /** @param meanwhile happens once; if it throws, that is the trouble the first writer meets */
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
