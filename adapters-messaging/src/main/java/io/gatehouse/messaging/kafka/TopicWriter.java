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

/** Writes to one topic, in order per key: sends a record when the one before it has been acknowledged. */
final class TopicWriter implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaClients kafkaClients;
    private final Topic topic;
    private final KafkaProducer<String, String> producer;
    private volatile boolean topicProvided;

    /** Kafka's client blocks while it looks up the topic, and runs callbacks on its own I/O thread. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** The last record of each key, until it is acknowledged or fails. */
    private final ConcurrentMap<String, CompletableFuture<Void>> pending = new ConcurrentHashMap<>();

    TopicWriter(KafkaClients kafkaClients, Topic topic) {
        this.kafkaClients = kafkaClients;
        this.topic = topic;
        this.producer = kafkaClients.producer();
    }

    /**
     * Returns at once. If an earlier record of the key fails, this one fails too, unsent.
     *
     * @return completes when the brokers have acknowledged the record
     */
    CompletionStage<Void> write(String key, @Nullable String value, Iterable<Header> headers) {
        var record = new ProducerRecord<>(topic.name(), null, key, value, headers);
        var written = pending.compute(key, (_, earlier) -> after(earlier).thenComposeAsync(_ -> send(record), threads));
        return written.whenCompleteAsync((_, _) -> pending.remove(key, written), threads);
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
        threads.close();
    }

    private CompletableFuture<Void> send(ProducerRecord<String, String> record) {
        provideTopic();
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

    /** Before the first record, because topics that brokers create automatically keep records for too long. */
    private void provideTopic() {
        if (!topicProvided) {
            kafkaClients.createIfAbsent(topic);
            topicProvided = true;
        }
    }

    private static CompletableFuture<Void> after(@Nullable CompletableFuture<Void> earlier) {
        return earlier == null ? CompletableFuture.completedFuture(null) : earlier;
    }
}
