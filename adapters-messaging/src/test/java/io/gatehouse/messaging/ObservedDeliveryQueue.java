package io.gatehouse.messaging;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.application.message.InMemoryDeliveryQueue;
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

/** An in-memory queue whose changes a test can await, and which a test can make fail as if its database were down. */
public final class ObservedDeliveryQueue implements DeliveryQueue {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final InMemoryDeliveryQueue deliveries;
    private final Set<String> accepted = new LinkedHashSet<>();
    private final Set<String> retried = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private boolean down;
    private int refused;

    /** @param store contains the tokens that messages are about */
    public ObservedDeliveryQueue(InMemoryEventStore store, InstantSource clock) {
        this.deliveries = new InMemoryDeliveryQueue(store, clock);
    }

    /** From now on every call fails. */
    public synchronized void fail() {
        down = true;
    }

    public synchronized void recover() {
        down = false;
    }

    /** Returns once that many calls have failed. */
    public synchronized void awaitRefused(int calls) throws InterruptedException {
        await(() -> refused >= calls);
    }

    /** Returns once all of them are accepted. */
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

    /** @return the IDs of the accepted messages, in that order */
    public synchronized List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** @return why the message is a dead letter; empty if it is none */
    public Optional<String> deadLetterReason(String message) {
        return deliveries.deadLetterReason(message);
    }

    @Override
    public synchronized void enqueue(Message message, Instant now) {
        requireAvailable();
        deliveries.enqueue(message, now);
        accepted.add(message.id());
    }

    @Override
    public synchronized List<Delivery> claim(int most, Duration lease, Instant now) {
        requireAvailable();
        return deliveries.claim(most, lease, now);
    }

    @Override
    public synchronized void close(String message) {
        requireAvailable();
        deliveries.close(message);
        ended.add(message);
    }

    @Override
    public synchronized void retry(String message, Instant at, String reason) {
        requireAvailable();
        deliveries.retry(message, at, reason);
        retried.add(message);
    }

    @Override
    public synchronized void deadLetter(String message, String reason) {
        requireAvailable();
        deliveries.deadLetter(message, reason);
        ended.add(message);
    }

    @Override
    public synchronized void purge(Instant closedBefore) {
        requireAvailable();
        deliveries.purge(closedBefore);
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                throw new AssertionError("the awaited change did not happen within " + TIMEOUT + "; accepted: "
                        + accepted + ", retried: " + retried + ", ended: " + ended);
            }
            wait(left.toMillis() + 1);
        }
    }

    /** Wakes waiting tests to look again, and fails while the database is down. */
    private void requireAvailable() {
        notifyAll();
        if (down) {
            refused++;
            throw new IllegalStateException("the database is down");
        }
    }
}
