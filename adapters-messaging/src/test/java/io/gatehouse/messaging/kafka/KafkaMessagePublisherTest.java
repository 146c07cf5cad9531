package io.gatehouse.messaging.kafka;

import static io.gatehouse.messaging.SampleMessageRequests.ALICE;
import static io.gatehouse.messaging.SampleMessageRequests.NOON;
import static io.gatehouse.messaging.SampleMessageRequests.message;
import static io.gatehouse.messaging.SampleMessageRequests.recorded;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.EventListener.RecordedEvent;
import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.message.Message;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.messaging.ObservedDeliveryQueue;
import io.gatehouse.messaging.SampleMessageRequests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Publishes requested messages to a real broker, and enqueues them from there. */
@TestInstance(Lifecycle.PER_CLASS)
class KafkaMessagePublisherTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final KafkaBroker broker = new KafkaBroker();
    private TestTopic topic;
    private KafkaMessagePublisher messages;
    private ObservedDeliveryQueue deliveries;

    @BeforeAll
    void start() {
        broker.start();
    }

    @BeforeEach
    void open() {
        topic = TestTopic.of(broker);
        messages = new KafkaMessagePublisher(broker.access(), topic.name());
        deliveries = new ObservedDeliveryQueue(new InMemoryEventStore(), () -> NOON);
    }

    @AfterEach
    void close() {
        messages.close();
    }

    @AfterAll
    void stop() {
        broker.stop();
    }

    @Test
    void a_requested_message_is_consumed_as_it_was_published() throws Exception {
        var message = message();
        try (var _ = consume()) {
            publish(message);
            deliveries.awaitAccepted(List.of(message.id()));
        }
        var claimed = deliveries.claim(2, Duration.ofMinutes(1), NOON);
        assertThat(claimed).singleElement().satisfies(delivery -> assertThat(delivery.message())
                .isEqualTo(message));
    }

    @Test
    void a_message_has_the_key_of_its_user_and_other_events_are_not_sent() {
        var renamed = new UserNameChanged(ALICE, new DisplayName("Alice"), NOON);
        var event = new RecordedEvent(
                UUID.randomUUID().toString(), "user.name.changed.v1", ALICE, NOON, "request-1", renamed, "{}");
        assertThat(messages.onEvent(event)).succeedsWithin(TIMEOUT);
        var message = message();
        publish(message);

        assertThat(topic.first(1)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("demo|alice");
            assertThat(record.value()).isEqualTo(Envelope.write(message));
        });
    }

    @Test
    void the_topic_keeps_messages_for_a_day() throws Exception {
        publish(message());
        assertThat(setting(topic.name(), "retention.ms")).isEqualTo("86400000");
        assertThat(setting(topic.name(), "segment.ms")).isEqualTo("3600000");
    }

    @Test
    void messages_of_a_consumer_that_ended_before_its_commit_are_read_again_and_accepted_once() throws Exception {
        var first = message();
        var second = message();
        try (var consumer = broker.access().consumer("gatehouse-messages")) {
            publish(first);
            consumer.subscribe(List.of(topic.name()));
            while (deliveries.accepted().isEmpty()) {
                consumer.poll(TIMEOUT).forEach(record -> accept(record.value()));
            }
            // Closed without a commit, as if the process had ended.
        }
        publish(second);
        try (var _ = consume()) {
            deliveries.awaitAccepted(List.of(second.id()));
        }
        assertThat(deliveries.accepted()).containsExactly(first.id(), second.id());
    }

    @Test
    void while_the_database_is_down_no_message_is_committed_or_lost() throws Exception {
        var requested = Stream.generate(SampleMessageRequests::message).limit(5).toList();
        var ids = requested.stream().map(Message::id).toList();
        deliveries.fail();
        try (var _ = consume()) {
            requested.forEach(this::publish);
            deliveries.awaitRefused(2);
            assertThat(deliveries.accepted()).isEmpty();
            deliveries.recover();
            deliveries.awaitAccepted(ids);
        }
    }

    @Test
    void unreadable_records_are_parked_with_a_reason_and_others_are_accepted() throws Exception {
        var readable = message();
        var ofNewerVersion = Envelope.write(message()).replace("\"version\":1", "\"version\":2");
        var ofUnknownTemplate = Envelope.write(message()).replace("\"recovery\"", "\"anniversary\"");
        var withNullCharacter = Envelope.write(message()).replace("Demo", "De\\u0000mo");
        try (var _ = consume()) {
            writeRaw(null, "no envelope");
            writeRaw("demo|alice", ofNewerVersion);
            writeRaw("demo|alice", ofUnknownTemplate);
            writeRaw("demo|alice", withNullCharacter);
            publish(readable);
            deliveries.awaitAccepted(List.of(readable.id()));
            assertThat(new TestTopic(broker, topic.name() + ".parked").first(4))
                    .extracting(KafkaMessagePublisherTest::reasonAndValue)
                    .containsExactlyInAnyOrder(
                            "malformed: no envelope",
                            "unknown version: " + ofNewerVersion,
                            "unknown template: " + ofUnknownTemplate,
                            "malformed: " + withNullCharacter);
        }
        assertThat(setting(topic.name() + ".parked", "retention.ms")).isEqualTo("86400000");
        assertThat(deliveries.accepted()).containsExactly(readable.id());
    }

    @Test
    void an_outage_of_the_broker_delays_messages_and_loses_none() throws Exception {
        var before = message();
        var during = message();
        try (var _ = consume()) {
            publish(before);
            deliveries.awaitAccepted(List.of(before.id()));
            broker.stop();
            assertThat(messages.onEvent(recorded(during.id(), during.request())))
                    .failsWithin(TIMEOUT);
            broker.start();
            publish(during);
            deliveries.awaitAccepted(List.of(during.id()));
        }
    }

    @Test
    void a_consumer_that_starts_before_the_broker_waits_for_it() throws Exception {
        broker.stop();
        try (var _ = consume()) {
            broker.start();
            var message = message();
            publish(message);
            deliveries.awaitAccepted(List.of(message.id()));
        }
    }

    private void publish(Message message) {
        assertThat(messages.onEvent(recorded(message.id(), message.request()))).succeedsWithin(TIMEOUT);
    }

    private KafkaMessageConsumer consume() {
        return KafkaMessageConsumer.start(broker.access(), topic.name(), deliveries, () -> NOON, () -> {});
    }

    private void accept(String envelope) {
        try {
            deliveries.enqueue(Envelope.read(envelope), NOON);
        } catch (UnreadableEnvelopeException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private void writeRaw(@Nullable String key, String value) throws Exception {
        try (var producer = broker.access().producer()) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        }
    }

    private String setting(String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var config = admin.describeConfigs(List.of(resource)).all().get();
            return Objects.requireNonNull(config.get(resource)).get(name).value();
        }
    }

    private static String reasonAndValue(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader("reason").value(), UTF_8) + ": " + record.value();
    }
}
