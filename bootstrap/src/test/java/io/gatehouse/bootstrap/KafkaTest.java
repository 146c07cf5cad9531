package io.gatehouse.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.messaging.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** What happened reaches Kafka, afterwards, in order per user, whatever Kafka is doing meanwhile. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
class KafkaTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TestHTTPResource
    URL service;

    @SuppressWarnings("NullAway.Init") // the test resource sets it
    KafkaBroker broker;

    @Test
    void every_event_arrives_under_its_users_key_without_credentials() {
        var id = UUID.randomUUID().toString();
        signedIn(id);
        var records = heardOf(id, heard -> heard.size() >= 3);
        assertThat(records.stream().map(record -> header(record, "type")))
                .containsExactly("user.created.v1", "target.created.v1", "session.created.v1");
        assertThat(records).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo("demo|" + id);
            assertThat(UUID.fromString(header(record, "id"))).isNotNull();
            assertThat(Instant.parse(header(record, "time"))).isBeforeOrEqualTo(Instant.now());
            assertThat(new JsonObject(record.value()).fieldNames()).doesNotContain("password", "secret");
        });
    }

    @Test
    void while_kafka_is_down_requests_go_on_and_afterwards_everything_arrives_in_order() {
        var id = UUID.randomUUID().toString();
        var api = signedIn(id);
        heardOf(id, heard -> heard.size() >= 3);
        broker.stop();
        IntStream.range(0, 50).forEach(turn -> assertThat(rename(api, turn)).isEqualTo(200));
        broker.start();
        IntStream.range(50, 60).forEach(turn -> assertThat(rename(api, turn)).isEqualTo(200));

        var names = IntStream.range(0, 60).mapToObj(turn -> "Name " + turn).toList();
        var records = heardOf(id, heard -> names(heard).containsAll(names));
        assertThat(names(records)).containsExactlyElementsOf(names);
    }

    private Api signedIn(String id) {
        var api = new Api(service.getPort());
        assertThat(api.signUp(id, id + "@example.com").status()).isEqualTo(201);
        return api.signIn(id + "@example.com");
    }

    private static int rename(Api api, int turn) {
        return api.send(
                        "PATCH",
                        "/v1/account/name",
                        new JsonObject().put("name", "Name " + turn).encode())
                .status();
    }

    private static List<String> names(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .filter(record -> header(record, "type").equals("user.name.changed.v1"))
                .map(record -> new JsonObject(record.value()).getString("name"))
                .toList();
    }

    /** Told at least once, so those told again are left out by their ID. */
    private List<ConsumerRecord<String, String>> heardOf(
            String user, Predicate<List<ConsumerRecord<String, String>>> enough) {
        var heard = new LinkedHashMap<String, ConsumerRecord<String, String>>();
        var deadline = Instant.now().plus(PATIENCE);
        var settings = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("gatehouse.events"));
            while (!enough.test(List.copyOf(heard.values())) && Instant.now().isBefore(deadline)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().endsWith("|" + user)) {
                        heard.putIfAbsent(header(record, "id"), record);
                    }
                }
            }
        }
        return new ArrayList<>(heard.values());
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
