package io.gatehouse.messaging.kafka;

import io.gatehouse.application.EventListener;
import io.gatehouse.application.message.Message;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Publishes requested messages to the workers, on a topic of its own. */
public final class KafkaMessagePublisher implements EventListener, AutoCloseable {

    private final TopicWriter messages;

    public KafkaMessagePublisher(KafkaClients kafkaClients, String topic) {
        this.messages = new TopicWriter(kafkaClients, Topic.keptForOneDay(topic));
    }

    @Override
    public CompletionStage<Void> onEvent(RecordedEvent event) {
        if (event.event() instanceof MessageRequested request) {
            var message = new Message(event.id(), event.requestId(), request);
            return messages.write(RecordKeys.of(event.account()), Envelope.write(message), List.of());
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        messages.close();
    }
}
