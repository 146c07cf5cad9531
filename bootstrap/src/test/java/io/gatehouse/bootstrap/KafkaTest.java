package io.gatehouse.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.gatehouse.messaging.kafka.KafkaBroker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** Events are published to Kafka in order per user, and mails are sent, also after Kafka was unavailable. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = SmtpResource.class, restrictToAnnotatedClass = true)
class KafkaTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    @TestHTTPResource
    URL service;

    @SuppressWarnings("NullAway.Init") // the test resource sets it
    KafkaBroker broker;

    @SuppressWarnings("NullAway.Init") // the test resource sets it
    GreenMail mailboxes;

    @Test
    void every_event_arrives_under_its_users_key_without_credentials() {
        var id = UUID.randomUUID().toString();
        signedIn(id);
        var records = recordsOf(id, received -> received.size() >= 3);
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
    void while_kafka_is_down_requests_succeed_and_their_events_are_published_in_order_afterwards() {
        var id = UUID.randomUUID().toString();
        var api = signedIn(id);
        recordsOf(id, received -> received.size() >= 3);
        broker.stop();
        IntStream.range(0, 50).forEach(turn -> assertThat(rename(api, turn)).isEqualTo(200));
        assertThat(api.get("/q/health/ready").status()).isEqualTo(200);
        broker.start();
        IntStream.range(50, 60).forEach(turn -> assertThat(rename(api, turn)).isEqualTo(200));

        var names = IntStream.range(0, 60).mapToObj(turn -> "Name " + turn).toList();
        var records = recordsOf(id, received -> names(received).containsAll(names));
        assertThat(names(records)).containsExactlyElementsOf(names);
    }

    @Test
    void codes_requested_while_kafka_is_down_are_mailed_afterwards_unless_they_were_used() {
        var used = UUID.randomUUID() + "@example.com";
        var others = IntStream.range(0, 20)
                .mapToObj(_ -> UUID.randomUUID() + "@example.com")
                .toList();
        broker.stop();
        others.forEach(address -> code(address));
        var code = code(used);
        use(code);
        broker.start();
        others.forEach(address -> assertThat(mailsTo(address)).isNotEmpty());
        var records =
                recordsOf(code.getString("userId"), received -> types(received).contains("message.dropped.v1"));
        assertThat(types(records)).doesNotContain("message.sent.v1");
        assertThat(mailboxes.getReceivedMessagesForDomain(used)).isEmpty();
    }

    @Test
    void requests_of_messages_are_not_published_to_the_event_topic() {
        var address = UUID.randomUUID() + "@example.com";
        var user = code(address).getString("userId");
        assertThat(mailsTo(address)).isNotEmpty();
        var records = recordsOf(user, received -> types(received).contains("message.sent.v1"));
        assertThat(types(records)).contains("token.issued.v1").doesNotContain("message.requested.v1");
        assertThat(records).noneSatisfy(record -> assertThat(record.value()).contains("secret"));
    }

    private JsonObject code(String address) {
        var body = new JsonObject().put("userId", "unique()").put("email", address);
        var answer = new ApiClient(service.getPort())
                .with("X-Appwrite-Key", ApiClient.KEY)
                .send("POST", "/v1/account/tokens/email", body.encode());
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private void use(JsonObject code) {
        var body = new JsonObject().put("userId", code.getString("userId")).put("secret", code.getString("secret"));
        var answer = new ApiClient(service.getPort()).send("POST", "/v1/account/sessions/token", body.encode());
        assertThat(answer.status()).isEqualTo(201);
    }

    private List<MimeMessage> mailsTo(String address) {
        var deadline = Instant.now().plus(TIMEOUT);
        var mails = mailboxes.getReceivedMessagesForDomain(address);
        while (mails.length == 0 && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            mails = mailboxes.getReceivedMessagesForDomain(address);
        }
        return List.of(mails);
    }

    private ApiClient signedIn(String id) {
        var api = new ApiClient(service.getPort());
        assertThat(api.signUp(id, id + "@example.com").status()).isEqualTo(201);
        return api.signIn(id + "@example.com");
    }

    private static int rename(ApiClient api, int turn) {
        return api.send(
                        "PATCH",
                        "/v1/account/name",
                        new JsonObject().put("name", "Name " + turn).encode())
                .status();
    }

    private static List<String> types(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(record -> header(record, "type")).toList();
    }

    private static List<String> names(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .filter(record -> header(record, "type").equals("user.name.changed.v1"))
                .map(record -> new JsonObject(record.value()).getString("name"))
                .toList();
    }

    /** Records are delivered at least once; duplicates are removed by their ID. */
    private List<ConsumerRecord<String, String>> recordsOf(
            String user, Predicate<List<ConsumerRecord<String, String>>> enough) {
        var records = new LinkedHashMap<String, ConsumerRecord<String, String>>();
        var deadline = Instant.now().plus(TIMEOUT);
        var settings = Map.<String, Object>of(
                "bootstrap.servers", broker.bootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("gatehouse.events"));
            while (!enough.test(List.copyOf(records.values())) && Instant.now().isBefore(deadline)) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.key().endsWith("|" + user)) {
                        records.putIfAbsent(header(record, "id"), record);
                    }
                }
            }
        }
        return new ArrayList<>(records.values());
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
