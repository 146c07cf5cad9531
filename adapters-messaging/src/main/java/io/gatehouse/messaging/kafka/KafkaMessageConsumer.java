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

/** Enqueues messages from a Kafka topic for delivery, and writes unreadable ones to a dead-letter topic. */
public final class KafkaMessageConsumer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(KafkaMessageConsumer.class.getName());

    /** One group for all workers, so that each message is enqueued by one of them. */
    private static final String GROUP = "gatehouse-messages";

    /** Also the longest time until a close is noticed. */
    private static final Duration POLL_TIMEOUT = Duration.ofMillis(500);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaClients kafkaClients;
    private final Topic topic;
    private final TopicWriter deadLetters;
    private final DeliveryQueue queue;
    private final InstantSource clock;
    private final Runnable onEnqueued;
    private final Backoff backoff = new Backoff(LOG, "Reading messages from Kafka");
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("kafka-messages").unstarted(this::work);

    private KafkaMessageConsumer(
            KafkaClients kafkaClients, String topic, DeliveryQueue queue, InstantSource clock, Runnable onEnqueued) {
        this.kafkaClients = kafkaClients;
        this.topic = Topic.keptForOneDay(topic);
        this.deadLetters = new TopicWriter(kafkaClients, Topic.keptForOneDay(topic + ".parked"));
        this.queue = queue;
        this.clock = clock;
        this.onEnqueued = onEnqueued;
    }

    /**
     * @param topic to read from; unreadable messages go to the topic of that name with the suffix {@code .parked}
     * @param onEnqueued runs after messages were enqueued, so that they need not wait for the worker's next poll
     */
    public static KafkaMessageConsumer start(
            KafkaClients kafkaClients, String topic, DeliveryQueue queue, InstantSource clock, Runnable onEnqueued) {
        var consumer = new KafkaMessageConsumer(kafkaClients, topic, queue, clock, onEnqueued);
        consumer.thread.start();
        return consumer;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (!thread.join(CLOSE_TIMEOUT)) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        deadLetters.close();
    }

    /** After any failure, resumes after the last committed offset. */
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
        kafkaClients.createIfAbsent(topic);
        consumer.subscribe(List.of(topic.name()));
        while (isOpen()) {
            var records = consumer.poll(POLL_TIMEOUT);
            if (!records.isEmpty()) {
                records.forEach(this::enqueue);
                consumer.commitSync();
                onEnqueued.run();
                backoff.recovered();
            }
        }
    }

    private void enqueue(ConsumerRecord<String, String> record) {
        try {
            queue.enqueue(Envelope.read(Objects.requireNonNullElse(record.value(), "")), clock.instant());
        } catch (UnreadableEnvelopeException unreadable) {
            writeDeadLetter(record, unreadable.reason());
        }
    }

    private void writeDeadLetter(ConsumerRecord<String, String> record, String reason) {
        var headers = new RecordHeaders(record.headers()).add("reason", reason.getBytes(UTF_8));
        var key = Objects.requireNonNullElse(record.key(), "");
        deadLetters.write(key, record.value(), headers).toCompletableFuture().join();
        LOG.log(
                Level.WARNING,
                "Wrote an unreadable message to the dead-letter topic: " + reason + " (partition " + record.partition()
                        + ", offset " + record.offset() + ")");
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }
}
