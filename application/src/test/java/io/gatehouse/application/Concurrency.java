package io.gatehouse.application;

import static io.gatehouse.application.ContractFixture.REQUEST;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Runs work on several threads that start at the same moment. */
public final class Concurrency {

    private Concurrency() {}

    /** @return the results, in the order of the numbers from 0 that the work was called with */
    public static <T> List<T> inParallel(int threads, IntFunction<T> work) throws Exception {
        var start = new CyclicBarrier(threads);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (var n = 0; n < threads; n++) {
                var number = n;
                tasks.add(() -> {
                    await(start);
                    return work.apply(number);
                });
            }
            var results = new ArrayList<T>();
            for (var result : executor.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        }
    }

    /**
     * Runs two units of work that both read before either of them writes. The one that commits second runs again.
     *
     * @return what each of them has read in its last attempt
     */
    public static <T> List<T> readBeforeEitherWrites(
            EventStore store, Function<Streams, T> read, BiConsumer<Streams, T> write) throws Exception {
        var bothHaveRead = new CyclicBarrier(2);
        return inParallel(2, _ -> {
            var attempts = new AtomicInteger();
            return store.transact(REQUEST, streams -> {
                var seen = read.apply(streams);
                if (attempts.getAndIncrement() == 0) {
                    await(bothHaveRead);
                }
                write.accept(streams, seen);
                return seen;
            });
        });
    }

    /** @throws AssertionError if the other threads do not arrive within ten seconds */
    public static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError("the other threads did not arrive", failure);
        }
    }
}
