package io.gatehouse.messaging.kafka;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Writes to one topic: in order per key, and not the next record before the last one is safe. */
final class TopicWriter implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final KafkaClients kafkaClients;
    private final Topic topic;
    private final KafkaProducer<String, String> producer;
    private volatile boolean provided;

    /** Kafka's client blocks while it looks for the topic, and calls back on a thread it needs itself. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** The last record of each key, while its fate is open. */
    private final ConcurrentMap<String, CompletableFuture<Void>> open = new ConcurrentHashMap<>();

    TopicWriter(KafkaClients kafkaClients, Topic topic) {
        this.kafkaClients = kafkaClients;
        this.topic = topic;
        this.producer = kafkaClients.producer();
    }

    /**
     * Returns at once. If an earlier record of the key fails, so does this one, unsent.
     *
     * @return completes once the brokers have it
     */
    CompletionStage<Void> write(String key, @Nullable String value, Iterable<Header> headers) {
        var record = new ProducerRecord<>(topic.name(), null, key, value, headers);
        var written = open.compute(key, (_, earlier) -> after(earlier).thenComposeAsync(_ -> send(record), threads));
        return written.whenCompleteAsync((_, _) -> open.remove(key, written), threads);
    }

    @Override
    public void close() {
        producer.close(CLOSING);
        threads.close();
    }

    private CompletableFuture<Void> send(ProducerRecord<String, String> record) {
        provide();
        var acknowledged = new CompletableFuture<Void>();
        var _ = producer.send(record, (_, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }

    /** Before the first record: brokers that create topics by themselves keep them too long. */
    private void provide() {
        if (!provided) {
            kafkaClients.provide(topic);
            provided = true;
        }
    }

    private static CompletableFuture<Void> after(@Nullable CompletableFuture<Void> earlier) {
        return earlier == null ? CompletableFuture.completedFuture(null) : earlier;
    }
}
