package io.gatehouse.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.application.EventListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes events to one topic: in order per account, and not the next one before the last one is safe. */
public final class KafkaPublisher implements EventListener, AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(5);

    /** Written by all replicas in sync, once, or reported as failed after 15 seconds at the latest. */
    private static final Map<String, Object> PROMISES = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);

    private final String topic;
    private final KafkaProducer<String, String> producer;

    /** Kafka's client blocks while it looks for the topic, and calls back on a thread it needs itself. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** The last event told of each account, while its fate is open. */
    private final ConcurrentMap<String, CompletableFuture<Void>> open = new ConcurrentHashMap<>();

    /** @param servers some of the brokers, as {@code host:port,host:port} */
    public KafkaPublisher(String servers, String topic) {
        var properties = new HashMap<>(PROMISES);
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        this.topic = topic;
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    /** If an earlier event of the account fails, so does this one, unsent: its teller begins again with the first. */
    @Override
    public CompletionStage<Void> hear(RecordedEvent event) {
        var record = record(event);
        var sent =
                open.compute(record.key(), (_, earlier) -> after(earlier).thenComposeAsync(_ -> send(record), threads));
        return sent.whenCompleteAsync((_, _) -> open.remove(record.key(), sent), threads);
    }

    @Override
    public void close() {
        producer.close(CLOSING);
        threads.close();
    }

    private CompletableFuture<Void> send(ProducerRecord<String, String> record) {
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

    private ProducerRecord<String, String> record(RecordedEvent event) {
        var account = event.account();
        var key = account.project().value() + "|" + account.value();
        return new ProducerRecord<>(topic, null, key, event.json(), headers(event));
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

    private static CompletableFuture<Void> after(@Nullable CompletableFuture<Void> earlier) {
        return earlier == null ? CompletableFuture.completedFuture(null) : earlier;
    }
}
