package io.gatehouse.messaging.worker;

import io.gatehouse.application.EventListener;
import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.application.message.Message;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Takes requested messages straight from the log into deliveries, where there is no Kafka between them. */
public final class MessageEnqueuer implements EventListener {

    private final DeliveryQueue queue;
    private final InstantSource clock;
    private final Runnable accepted;

    /** @param accepted runs after each message that was taken in, so that it need not wait for a worker's next look */
    public MessageEnqueuer(DeliveryQueue queue, InstantSource clock, Runnable accepted) {
        this.queue = queue;
        this.clock = clock;
        this.accepted = accepted;
    }

    /** Returns at once: whoever tells does not wait for the database. */
    @Override
    public CompletionStage<Void> onEvent(RecordedEvent event) {
        if (event.event() instanceof MessageRequested request) {
            var message = new Message(event.id(), event.requestId(), request);
            return CompletableFuture.runAsync(() -> accept(message), Thread::startVirtualThread);
        }
        return CompletableFuture.completedStage(null);
    }

    private void accept(Message message) {
        queue.enqueue(message, clock.instant());
        accepted.run();
    }
}
