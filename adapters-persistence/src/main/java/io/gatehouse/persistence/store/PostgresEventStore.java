package io.gatehouse.persistence.store;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.gatehouse.application.ConcurrentChangeException;
import io.gatehouse.application.EventListener;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.persistence.BackgroundStatements;
import io.gatehouse.persistence.Database;
import io.gatehouse.persistence.EventCodec;
import io.gatehouse.persistence.Projection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.StorageEngineBackedEventStore;
import org.axonframework.messaging.core.EmptyApplicationContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.core.unitofwork.UnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.SimpleEventBus;

/** The event store in PostgreSQL: Axon's units of work and event store over our own storage engine. */
public final class PostgresEventStore implements EventStore {

    /** At a probability of 1/2 per attempt, all of these fail about once in a thousand times. */
    private static final int ATTEMPTS = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);

    private final UnitOfWorkFactory units = new SimpleUnitOfWorkFactory(EmptyApplicationContext.INSTANCE);
    private final StorageEngineBackedEventStore axon;
    private final Database database;
    private final EventCodec codec;
    private final InventoryReaders inventories;
    private final BackgroundStatements reading = new BackgroundStatements(InstantSource.system());

    public PostgresEventStore(Database database, EventCodec codec) {
        this(database, codec, Projections.all());
    }

    /** @param projections run in this order for each event, in the transaction that appends it */
    PostgresEventStore(Database database, EventCodec codec, List<Projection> projections) {
        var tail = new EventLogTail(database, codec, reading);
        var engine = new PostgresEventStorageEngine(database, codec, projections, tail);
        this.axon = new StorageEngineBackedEventStore(
                engine, new SimpleEventBus(), message -> Tags.of(AxonMessages.event(message)));
        this.database = database;
        this.codec = codec;
        this.inventories = new InventoryReaders(database);
    }

    @Override
    public <R> R transact(RequestMetadata metadata, Function<Streams, R> work) {
        try {
            return attempt(metadata, work);
        } catch (LostRaceException lost) {
            return repeat(metadata, work, lost.lock());
        }
    }

    /** Holds the account's lock from reading to committing, so that no other writer on this node commits in between. */
    private <R> R repeat(RequestMetadata metadata, Function<Streams, R> work, Lock lock) {
        lock.lock();
        try {
            return repeat(metadata, work);
        } finally {
            lock.unlock();
        }
    }

    private <R> R repeat(RequestMetadata metadata, Function<Streams, R> work) {
        for (var lost = 1; lost < ATTEMPTS; lost++) {
            try {
                return attempt(metadata, work);
            } catch (LostRaceException again) {
                pauseAfter(lost);
            }
        }
        throw new ConcurrentChangeException();
    }

    private <R> R attempt(RequestMetadata metadata, Function<Streams, R> work) {
        try {
            return units.create()
                    .executeWithResult(context -> completedFuture(
                            work.apply(new AxonStreams(axon.transaction(context), metadata, inventories))))
                    .join();
        } catch (CompletionException failure) {
            throw Database.unwrapped(failure);
        }
    }

    /** Waits a random time, doubled on average with each attempt, so that colliding writers do not collide again. */
    private static void pauseAfter(int lost) {
        var most = FIRST_PAUSE.toNanos() << (lost - 1);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    /**
     * Delivers the log to a listener, from the beginning of the log. Nodes share the work.
     *
     * @param name identifies the stored progress; the same on every node
     */
    public LogSubscription subscribe(String name, EventListener listener) {
        var progress = new BackgroundStatements(InstantSource.system());
        var tokens = new TrackingTokenStore(database, progress);
        return LogSubscription.start(name, axon, tokens, codec, listener, List.of(reading, progress));
    }
}
