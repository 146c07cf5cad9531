package io.gatehouse.messaging.worker;

import io.gatehouse.application.EventListener;
import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.application.message.Message;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Enqueues requested messages for delivery directly from the event log, in installations without Kafka. */
public final class MessageEnqueuer implements EventListener {

    private final DeliveryQueue queue;
    private final InstantSource clock;
    private final Runnable accepted;

    /** @param accepted runs after each enqueued message, so that it need not wait for the worker's next poll */
    public MessageEnqueuer(DeliveryQueue queue, InstantSource clock, Runnable accepted) {
        this.queue = queue;
        this.clock = clock;
        this.accepted = accepted;
    }

    /** Returns at once, so that the caller does not wait for the database. */
    @Override
    public CompletionStage<Void> onEvent(RecordedEvent event) {
        if (event.event() instanceof MessageRequested request) {
            var message = new Message(event.id(), event.requestId(), request);
            return CompletableFuture.runAsync(() -> enqueue(message), Thread::startVirtualThread);
        }
        return CompletableFuture.completedStage(null);
    }

    private void enqueue(Message message) {
        queue.enqueue(message, clock.instant());
        accepted.run();
    }
}
