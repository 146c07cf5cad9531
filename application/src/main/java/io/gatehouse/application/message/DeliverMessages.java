package io.gatehouse.application.message;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.message.DeliveryQueue.Delivery;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.message.MessageEvent.MessageDiscarded;
import io.gatehouse.domain.message.MessageEvent.MessageFailed;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import io.gatehouse.domain.message.MessageEvent.MessageSent;
import io.gatehouse.domain.message.MessageType.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Sends due messages, each until it is accepted, obsolete, expired or abandoned. A crash may repeat a message, but
 * never loses one.
 */
public final class DeliverMessages {

    /** Longer than any attempt: senders time out after half of it. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** A message without an expiry is abandoned after a day, comparable to the delay warning of mail servers. */
    private static final Duration RETRY_PERIOD = Duration.ofDays(1);

    private final DeliveryQueue queue;
    private final MessageEncryption encryption;
    private final Map<Channel, MessageSender> senders;
    private final EventStore store;
    private final InstantSource clock;

    public DeliverMessages(
            DeliveryQueue queue,
            MessageEncryption encryption,
            Map<Channel, MessageSender> senders,
            EventStore store,
            InstantSource clock) {
        this.queue = queue;
        this.encryption = encryption;
        this.senders = Map.copyOf(senders);
        this.store = store;
        this.clock = clock;
    }

    /** @return due messages, reserved for the caller to pass to {@link #deliver} within a minute */
    public List<Delivery> claim(int limit) {
        return queue.claim(limit, LEASE, clock.instant());
    }

    /** Sends one message and records the outcome; schedules a retry after a transient failure. */
    public void deliver(Delivery delivery) {
        var now = clock.instant();
        if (delivery.obsolete() || hasExpired(delivery.message(), now)) {
            discard(delivery.message(), now);
            return;
        }
        try {
            send(delivery.message());
            recordSent(delivery.message(), clock.instant());
        } catch (UndeliverableException failure) {
            recordFailure(delivery, failure, clock.instant());
        }
    }

    private void send(Message message) throws UndeliverableException {
        var sender = senders.get(message.request().template().channel());
        if (sender == null) {
            throw UndeliverableException.transientFailure("this worker has no sender for this channel", null);
        }
        try {
            sender.send(message, decrypt(message));
        } catch (RuntimeException exception) {
            throw UndeliverableException.transientFailure("the sender failed unexpectedly", exception);
        }
    }

    private Map<String, String> decrypt(Message message) throws UndeliverableException {
        try {
            return encryption.decrypt(message.request().variables());
        } catch (IllegalArgumentException unreadable) {
            throw UndeliverableException.permanentFailure("it is encrypted with an unknown key", unreadable);
        }
    }

    private void recordSent(Message message, Instant now) {
        var request = message.request();
        queue.close(message.id());
        record(message, new MessageSent(request.account(), message.id(), request.template(), now));
    }

    private void discard(Message message, Instant now) {
        var request = message.request();
        queue.close(message.id());
        record(message, new MessageDiscarded(request.account(), message.id(), request.template(), now));
    }

    private void recordFailure(Delivery delivery, UndeliverableException failure, Instant now) {
        var message = delivery.message();
        var request = message.request();
        if (failure.isPermanent() || hasWaitedTooLong(request, now)) {
            queue.deadLetter(message.id(), String.valueOf(failure.getMessage()));
            record(message, new MessageFailed(request.account(), message.id(), request.template(), now));
        } else {
            queue.retry(message.id(), now.plus(pauseAfter(delivery.attempts())), String.valueOf(failure.getMessage()));
        }
    }

    /** Doubles with each attempt, up to a limit. */
    private static Duration pauseAfter(int attempts) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 20));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Never true for a message with an expiry: it is retried until then. */
    private static boolean hasWaitedTooLong(MessageRequested request, Instant now) {
        return request.expiresAt() == null && request.at().plus(RETRY_PERIOD).isBefore(now);
    }

    private static boolean hasExpired(Message message, Instant now) {
        var expiry = message.request().expiresAt();
        return expiry != null && expiry.isBefore(now);
    }

    private void record(Message message, Event outcome) {
        store.transact(RequestMetadata.ofSystem(message.requestId()), streams -> {
            streams.append(outcome);
            return outcome;
        });
    }
}
