package io.gatehouse.messaging;

import io.gatehouse.application.message.Deliveries;
import io.gatehouse.application.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Deliveries as a map, which may be out of reach for a while. */
public final class InMemoryDeliveries implements Deliveries {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> usedTokens = ConcurrentHashMap.newKeySet();
    private boolean down;
    private int refused;

    private enum State {
        OPEN,
        CLOSED,
        BURIED
    }

    private record Entry(
            Message message,
            State state,
            int attempts,
            Instant due,
            @Nullable String reason) {

        Entry leasedUntil(Instant until) {
            return new Entry(message, state, attempts + 1, until, reason);
        }

        Entry dueAt(Instant at, String why) {
            return new Entry(message, state, attempts, at, why);
        }

        Entry ended(State end, @Nullable String why) {
            return new Entry(message, end, attempts, due, why);
        }

        boolean isDue(Instant now) {
            return state == State.OPEN && !due.isAfter(now);
        }
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
        await(() -> entries.keySet().containsAll(messages));
    }

    /** Returns once no message is left to be sent. */
    public synchronized void awaitEmpty() throws InterruptedException {
        await(() -> entries.values().stream().noneMatch(entry -> entry.state() == State.OPEN));
    }

    /** Returns once a message waits for its next attempt. */
    public synchronized void awaitRetry(String message) throws InterruptedException {
        await(() -> Objects.requireNonNull(entries.get(message)).reason() != null);
    }

    /** The token was used: telling its owner about it has become pointless. */
    public void use(String token) {
        usedTokens.add(token);
    }

    public synchronized List<String> accepted() {
        return List.copyOf(entries.keySet());
    }

    /** @return reasons by message */
    public synchronized Map<String, String> deadLetters() {
        var dead = new LinkedHashMap<String, String>();
        entries.forEach((id, entry) -> {
            if (entry.state() == State.BURIED) {
                dead.put(id, String.valueOf(entry.reason()));
            }
        });
        return dead;
    }

    @Override
    public synchronized void accept(Message message, Instant now) {
        beReachable();
        entries.putIfAbsent(message.id(), new Entry(message, State.OPEN, 0, now, null));
    }

    @Override
    public synchronized List<Delivery> claim(int most, Duration lease, Instant now) {
        beReachable();
        var due = entries.values().stream()
                .filter(entry -> entry.isDue(now))
                .sorted(Comparator.comparing(Entry::due))
                .limit(most)
                .toList();
        due.forEach(entry -> entries.put(entry.message().id(), entry.leasedUntil(now.plus(lease))));
        return due.stream().map(this::delivery).toList();
    }

    @Override
    public synchronized void close(String message) {
        beReachable();
        entries.computeIfPresent(message, (_, entry) -> entry.ended(State.CLOSED, null));
    }

    @Override
    public synchronized void retry(String message, Instant at, String reason) {
        beReachable();
        entries.computeIfPresent(message, (_, entry) -> entry.dueAt(at, reason));
    }

    @Override
    public synchronized void bury(String message, String reason) {
        beReachable();
        entries.computeIfPresent(message, (_, entry) -> entry.ended(State.BURIED, reason));
    }

    @Override
    public void sweep(Instant closedBefore) {
        throw new UnsupportedOperationException("nobody sweeps here");
    }

    private Delivery delivery(Entry entry) {
        var message = entry.message();
        var pointless = usedTokens.contains(message.request().subject());
        return new Delivery(message, entry.attempts(), pointless);
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                throw new AssertionError("nothing of the kind within " + PATIENCE + ": " + entries.values());
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
