package io.gatehouse.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.application.EventListener.RecordedEvent;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountEvent.UserNameChanged;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.DisplayName;
import io.gatehouse.messaging.SampleMessageRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class KafkaPublisherTest {

    private static final AccountId ALICE = new AccountId(new ProjectId("demo"), "alice");
    private static final AccountId BOB = new AccountId(new ProjectId("demo"), "bob");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000001Z");

    private static final KafkaClients UNREACHABLE = new KafkaClients(Map.of("bootstrap.servers", "localhost:1"));

    /** The publisher takes at most 20 s; the rest is for a busy machine. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final KafkaBroker broker = new KafkaBroker();
    private TestTopic topic;
    private KafkaPublisher publisher;

    @BeforeAll
    void start() {
        broker.start();
    }

    @BeforeEach
    void open() {
        topic = TestTopic.of(broker);
        publisher = new KafkaPublisher(broker.access(), topic.name());
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @AfterAll
    void stop() {
        broker.stop();
    }

    @Test
    void a_published_event_has_key_body_and_headers() {
        var event = new RecordedEvent(
                "7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001",
                "user.created.v1",
                ALICE,
                NOON,
                "request-1",
                new UserNameChanged(ALICE, new DisplayName("Ålice"), NOON),
                "{\"name\":\"Ålice\"}");
        assertThat(publisher.onEvent(event)).succeedsWithin(TIMEOUT);

        assertThat(topic.first(1)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("demo|alice");
            assertThat(record.value()).isEqualTo("{\"name\":\"Ålice\"}");
            assertThat(headers(record))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "id", "7d0f5bd1-7a58-4b0e-8f3c-6f0f6f3ad001",
                            "type", "user.created.v1",
                            "time", "2026-03-01T12:00:00.000001Z",
                            "requestId", "request-1"));
        });
    }

    @Test
    void events_of_one_account_are_published_in_their_order() {
        var stages = IntStream.range(0, 300)
                .mapToObj(number -> publisher.onEvent(event(number % 2 == 0 ? ALICE : BOB, number)))
                .toList();
        assertThat(all(stages)).succeedsWithin(TIMEOUT);

        var records = topic.first(300);
        assertThat(numbers(records, "demo|alice")).hasSize(150).isSorted();
        assertThat(numbers(records, "demo|bob")).hasSize(150).isSorted();
    }

    @Test
    void events_published_during_an_outage_fail_and_later_ones_do_not() {
        assertThat(publisher.onEvent(event(ALICE, 0))).succeedsWithin(TIMEOUT);

        broker.stop();
        var failed = IntStream.range(1, 4)
                .mapToObj(number -> publisher.onEvent(event(ALICE, number)))
                .toList();
        assertThat(failed).allSatisfy(stage -> assertThat(stage).failsWithin(TIMEOUT));

        broker.start();
        var retried = IntStream.range(1, 5)
                .mapToObj(number -> publisher.onEvent(event(ALICE, number)))
                .toList();
        assertThat(all(retried)).succeedsWithin(TIMEOUT);
        assertThat(numbers(topic.first(5), "demo|alice")).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void requests_of_messages_are_not_published() {
        assertThat(publisher.onEvent(SampleMessageRequests.by(ALICE))).succeedsWithin(TIMEOUT);
        assertThat(publisher.onEvent(event(ALICE, 7))).succeedsWithin(TIMEOUT);

        assertThat(topic.first(1)).extracting(ConsumerRecord::value).containsExactly("7");
    }

    @Test
    void publishing_does_not_block_if_no_broker_is_reachable() {
        try (var unconnected = new KafkaPublisher(UNREACHABLE, topic.name())) {
            var began = System.nanoTime();
            var stage = unconnected.onEvent(event(ALICE, 0));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
            assertThat(stage).failsWithin(TIMEOUT);
        }
    }

    private static RecordedEvent event(AccountId account, int number) {
        var id = UUID.randomUUID().toString();
        var change = new UserNameChanged(account, new DisplayName("Name " + number), NOON);
        return new RecordedEvent(id, "user.name-changed.v1", account, NOON, "request-1", change, "" + number);
    }

    private static CompletableFuture<Void> all(List<CompletionStage<Void>> stages) {
        return CompletableFuture.allOf(
                stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
    }

    private static List<Integer> numbers(List<ConsumerRecord<String, String>> records, String key) {
        return records.stream()
                .filter(record -> record.key().equals(key))
                .map(record -> Integer.valueOf(record.value()))
                .toList();
    }

    private static Map<String, String> headers(ConsumerRecord<String, String> record) {
        var headers = new HashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
