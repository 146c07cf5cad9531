package io.gatehouse.application.housekeeping;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.request.RequestMetadata;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs background tasks, each in a unit of work of its own. */
public final class BackgroundWork {

    private static final RequestMetadata HOUSEKEEPING = RequestMetadata.ofSystem("housekeeping");

    private final EventStore store;

    public BackgroundWork(EventStore store) {
        this.store = store;
    }

    /**
     * Runs all tasks. A failed task does not stop the others; what it would have done stays due for the next run.
     *
     * @throws RuntimeException the first failure, after all tasks have run
     */
    public void runAll(List<Consumer<Streams>> tasks) {
        var failures = tasks.stream().flatMap(this::failureOf).toList();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** @return the failure of the task; empty if it succeeded */
    private Stream<RuntimeException> failureOf(Consumer<Streams> task) {
        try {
            store.transact(HOUSEKEEPING, streams -> {
                task.accept(streams);
                return streams;
            });
            return Stream.of();
        } catch (RuntimeException failure) {
            return Stream.of(failure);
        }
    }
}
