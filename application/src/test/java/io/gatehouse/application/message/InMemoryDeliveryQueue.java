package io.gatehouse.application.message;

import static java.util.Comparator.comparing;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.mfa.ChallengesFromLog;
import io.gatehouse.application.token.TokensFromLog;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.StreamId;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The delivery queue as a map in memory. */
public final class InMemoryDeliveryQueue implements DeliveryQueue {

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final InMemoryEventStore store;
    private final InstantSource clock;

    /** @param clock gives the times at which deliveries are closed */
    public InMemoryDeliveryQueue(InMemoryEventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param due the time from which it can be claimed
     * @param reason why the last attempt failed; null if none did
     * @param closedAt null while it is open or a dead letter
     */
    private record Entry(
            Message message,
            int attempts,
            Instant due,
            @Nullable String reason,
            @Nullable Instant closedAt,
            boolean deadLetter) {

        boolean isDue(Instant now) {
            return closedAt == null && !deadLetter && !due.isAfter(now);
        }

        boolean wasClosedBefore(Instant instant) {
            return closedAt != null && closedAt.isBefore(instant);
        }

        Entry leasedUntil(Instant end) {
            return new Entry(message, attempts + 1, end, reason, closedAt, deadLetter);
        }

        Entry dueAgain(Instant at, String why) {
            return new Entry(message, attempts, at, why, closedAt, deadLetter);
        }

        Entry closed(Instant at) {
            return new Entry(message, attempts, due, reason, at, deadLetter);
        }

        Entry deadLetter(String why) {
            return new Entry(message, attempts, due, why, closedAt, true);
        }
    }

    /** @return why it became a dead letter; empty if it did not */
    public synchronized Optional<String> deadLetterReason(String message) {
        return Optional.ofNullable(entries.get(message))
                .filter(Entry::deadLetter)
                .map(Entry::reason);
    }

    @Override
    public synchronized void enqueue(Message message, Instant now) {
        entries.putIfAbsent(message.id(), new Entry(message, 0, now, null, null, false));
    }

    @Override
    public synchronized List<Delivery> claim(int most, Duration lease, Instant now) {
        var due = entries.values().stream()
                .filter(entry -> entry.isDue(now))
                .sorted(comparing(Entry::due))
                .limit(most)
                .toList();
        due.forEach(entry -> entries.put(entry.message().id(), entry.leasedUntil(now.plus(lease))));
        return due.stream()
                .map(entry -> new Delivery(entry.message(), entry.attempts(), isObsolete(entry)))
                .toList();
    }

    private boolean isObsolete(Entry entry) {
        var request = entry.message().request();
        var log = store.events();
        return switch (request.template()) {
            case MAGIC_SESSION, OTP_SESSION, RECOVERY, VERIFICATION, PHONE_LOGIN, PHONE_VERIFICATION ->
                TokensFromLog.in(log).stream().noneMatch(e -> isAbout(request, e, e.token()));
            case MFA_CHALLENGE, PHONE_CHALLENGE ->
                ChallengesFromLog.in(log).stream().noneMatch(e -> isAbout(request, e, e.challenge()));
            case SESSION_ALERT,
                    NEW_DEVICE,
                    PASSWORD_CHANGED,
                    EMAIL_CHANGED,
                    PHONE_CHANGED,
                    MFA_ENABLED,
                    MFA_DISABLED,
                    AUTHENTICATOR_ADDED,
                    AUTHENTICATOR_REMOVED,
                    RECOVERY_CODES_CHANGED -> false;
        };
    }

    private static boolean isAbout(MessageRequested request, Event began, StreamId<?, ?, ?> subject) {
        return began.userId().equals(request.userId()) && subject.value().equals(request.subject());
    }

    @Override
    public synchronized void close(String message) {
        entries.computeIfPresent(message, (_, entry) -> entry.closed(clock.instant()));
    }

    @Override
    public synchronized void retry(String message, Instant at, String reason) {
        entries.computeIfPresent(message, (_, entry) -> entry.dueAgain(at, reason));
    }

    @Override
    public synchronized void deadLetter(String message, String reason) {
        entries.computeIfPresent(message, (_, entry) -> entry.deadLetter(reason));
    }

    @Override
    public synchronized void purge(Instant closedBefore) {
        entries.values().removeIf(entry -> entry.wasClosedBefore(closedBefore));
    }
}
