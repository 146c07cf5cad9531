package io.gatehouse.application.housekeeping;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.request.RequestMetadata;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Does what nobody waits for, each in a unit of work of its own. */
public final class BackgroundWork {

    private static final RequestMetadata HOUSEKEEPING = RequestMetadata.ofSystem("housekeeping");

    private final EventStore store;

    public BackgroundWork(EventStore store) {
        this.store = store;
    }

    /**
     * What cannot be done now stays for the next time, and keeps nothing else from being done.
     *
     * @throws RuntimeException the first trouble met, after everything else has been done
     */
    public void runAll(List<Consumer<Streams>> chores) {
        var troubles = chores.stream().flatMap(this::trouble).toList();
        if (!troubles.isEmpty()) {
            throw troubles.getFirst();
        }
    }

    private Stream<RuntimeException> trouble(Consumer<Streams> chore) {
        try {
            store.transact(HOUSEKEEPING, streams -> {
                chore.accept(streams);
                return streams;
            });
            return Stream.of();
        } catch (RuntimeException trouble) {
            return Stream.of(trouble);
        }
    }
}
