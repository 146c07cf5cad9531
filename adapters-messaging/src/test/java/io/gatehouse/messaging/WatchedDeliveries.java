package io.gatehouse.messaging;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.application.message.InMemoryDeliveries;
import io.gatehouse.application.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Deliveries in memory that one can wait for, and that may be out of reach for a while. */
public final class WatchedDeliveries implements DeliveryQueue {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InMemoryDeliveries deliveries;
    private final Set<String> accepted = new LinkedHashSet<>();
    private final Set<String> retried = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private boolean down;
    private int refused;

    /** @param store tells which tokens are still good for something */
    public WatchedDeliveries(InMemoryEventStore store, InstantSource clock) {
        this.deliveries = new InMemoryDeliveries(store, clock);
    }

    public synchronized void goDown() {
        down = true;
    }

    public synchronized void comeBack() {
        down = false;
    }

    /** Returns once so many have knocked in vain. */
    public synchronized void awaitRefused(int calls) throws InterruptedException {
        await(() -> refused >= calls);
    }

    /** Returns once all of them are in. */
    public synchronized void awaitAccepted(List<String> messages) throws InterruptedException {
        await(() -> accepted.containsAll(messages));
    }

    /** Returns once a message waits for its next attempt. */
    public synchronized void awaitRetry(String message) throws InterruptedException {
        await(() -> retried.contains(message));
    }

    /** Returns once no message is left to be sent. */
    public synchronized void awaitEmpty() throws InterruptedException {
        await(() -> ended.containsAll(accepted));
    }

    /** @return the messages that were taken in, in that order */
    public synchronized List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** @return why the message was given up; empty if it was not */
    public Optional<String> epitaph(String message) {
        return deliveries.epitaph(message);
    }

    @Override
    public synchronized void enqueue(Message message, Instant now) {
        beReachable();
        deliveries.enqueue(message, now);
        accepted.add(message.id());
    }

    @Override
    public synchronized List<Delivery> claim(int most, Duration lease, Instant now) {
        beReachable();
        return deliveries.claim(most, lease, now);
    }

    @Override
    public synchronized void close(String message) {
        beReachable();
        deliveries.close(message);
        ended.add(message);
    }

    @Override
    public synchronized void retry(String message, Instant at, String reason) {
        beReachable();
        deliveries.retry(message, at, reason);
        retried.add(message);
    }

    @Override
    public synchronized void deadLetter(String message, String reason) {
        beReachable();
        deliveries.deadLetter(message, reason);
        ended.add(message);
    }

    @Override
    public synchronized void purge(Instant closedBefore) {
        beReachable();
        deliveries.purge(closedBefore);
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                throw new AssertionError("nothing of the kind within " + PATIENCE + "; accepted: " + accepted
                        + ", retried: " + retried + ", ended: " + ended);
            }
            wait(left.toMillis() + 1);
        }
    }

    /** Whoever waits looks again after every call. */
    private void beReachable() {
        notifyAll();
        if (down) {
            refused++;
            throw new IllegalStateException("the database is down");
        }
    }
}
