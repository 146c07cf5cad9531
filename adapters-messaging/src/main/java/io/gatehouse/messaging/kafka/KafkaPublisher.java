package io.gatehouse.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.application.EventListener;
import io.gatehouse.domain.message.MessageEvent.MessageRequested;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Publishes events on one topic, in order per account. Leaves out {@link MessageRequested}, because not every reader of
 * events may know who gets which message.
 */
public final class KafkaPublisher implements EventListener, AutoCloseable {

    private final TopicWriter events;

    public KafkaPublisher(KafkaClients kafkaClients, String topic) {
        this.events = new TopicWriter(kafkaClients, Topic.of(topic));
    }

    /** If an earlier event of the account fails, so does this one, unsent; the caller retries from the first failed. */
    @Override
    public CompletionStage<Void> onEvent(RecordedEvent event) {
        return event.event() instanceof MessageRequested
                ? CompletableFuture.completedStage(null)
                : events.write(RecordKeys.of(event.account()), event.json(), headers(event));
    }

    @Override
    public void close() {
        events.close();
    }

    private static List<Header> headers(RecordedEvent event) {
        return List.of(
                header("id", event.id()),
                header("type", event.type()),
                header("time", event.at().toString()),
                header("requestId", event.requestId()));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
