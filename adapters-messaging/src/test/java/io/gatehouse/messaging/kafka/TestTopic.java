package io.gatehouse.messaging.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic that no other test uses, read from its beginning. */
record TestTopic(KafkaBroker broker, String name) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    static TestTopic of(KafkaBroker broker) {
        return new TestTopic(broker, "test-" + UUID.randomUUID());
    }

    /** @return the first records, fewer only if the topic does not have that many within 30 seconds */
    List<ConsumerRecord<String, String>> first(int records) {
        var read = new ArrayList<ConsumerRecord<String, String>>();
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        try (var consumer = consumer()) {
            consumer.subscribe(List.of(name));
            while (read.size() < records && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofSeconds(1)).forEach(read::add);
            }
        }
        return read;
    }

    private KafkaConsumer<String, String> consumer() {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers", broker.bootstrapServers(), "group.id", name, "auto.offset.reset", "earliest");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }
}
