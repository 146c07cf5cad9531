package io.gatehouse.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.messaging.Backoff;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Takes messages from their topic into deliveries, and lays aside those it cannot read. */
public final class KafkaMessageConsumer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(KafkaMessageConsumer.class.getName());

    /** All workers together, so that each message is taken in by one of them. */
    private static final String GROUP = "gatehouse-messages";

    /** How late we notice that we are closed. */
    private static final Duration LISTENING = Duration.ofMillis(500);

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final KafkaClients kafkaClients;
    private final Topic topic;
    private final TopicWriter parked;
    private final DeliveryQueue queue;
    private final InstantSource clock;
    private final Runnable accepted;
    private final Backoff backoff = new Backoff(LOG, "Taking messages from Kafka");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("kafka-messages").unstarted(this::work);

    private KafkaMessageConsumer(
            KafkaClients kafkaClients, String topic, DeliveryQueue queue, InstantSource clock, Runnable accepted) {
        this.kafkaClients = kafkaClients;
        this.topic = Topic.keptForOneDay(topic);
        this.parked = new TopicWriter(kafkaClients, Topic.keptForOneDay(topic + ".parked"));
        this.queue = queue;
        this.clock = clock;
        this.accepted = accepted;
    }

    /**
     * @param topic to read from; what cannot be read goes to another of the same name, with {@code .parked} behind it
     * @param accepted runs after messages were taken in, so that they need not wait for a worker's next look
     */
    public static KafkaMessageConsumer start(
            KafkaClients kafkaClients, String topic, DeliveryQueue queue, InstantSource clock, Runnable accepted) {
        var consumer = new KafkaMessageConsumer(kafkaClients, topic, queue, clock, accepted);
        consumer.thread.start();
        return consumer;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (!thread.join(CLOSING)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        parked.close();
    }

    /** After trouble of any kind, it begins again with what it has not confirmed. */
    private void work() {
        try {
            while (isOpen()) {
                try (var consumer = kafkaClients.consumer(GROUP)) {
                    read(consumer);
                } catch (RuntimeException failure) {
                    var _ = closed.await(backoff.failed(failure).toMillis(), MILLISECONDS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Consumer<String, String> consumer) {
        kafkaClients.provide(topic);
        consumer.subscribe(List.of(topic.name()));
        while (isOpen()) {
            var records = consumer.poll(LISTENING);
            if (!records.isEmpty()) {
                records.forEach(this::take);
                consumer.commitSync();
                accepted.run();
                backoff.recovered();
            }
        }
    }

    private void take(ConsumerRecord<String, String> record) {
        try {
            queue.enqueue(Envelope.read(Objects.requireNonNullElse(record.value(), "")), clock.instant());
        } catch (UnreadableEnvelopeException unreadable) {
            park(record, unreadable.reason());
        }
    }

    private void park(ConsumerRecord<String, String> record, String reason) {
        var headers = new RecordHeaders(record.headers()).add("reason", reason.getBytes(UTF_8));
        var key = Objects.requireNonNullElse(record.key(), "");
        parked.write(key, record.value(), headers).toCompletableFuture().join();
        LOG.log(
                Level.WARNING,
                "Parked a message: {0} (partition {1}, offset {2})",
                reason,
                record.partition(),
                String.valueOf(record.offset()));
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }
}
