package io.gatehouse.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

    @Test
    void configured_properties_apply_to_producers_consumers_and_the_creation_of_topics() {
        var kafkaClients = new KafkaClients(Map.of("bootstrap.servers", "localhost:1", "security.protocol", "INVALID"));
        assertThatThrownBy(kafkaClients::producer)
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("INVALID");
        assertThatThrownBy(() -> kafkaClients.consumer("readers"))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("INVALID");
        assertThatThrownBy(() -> kafkaClients.createIfAbsent(Topic.of("messages")))
                .isInstanceOf(KafkaException.class);
    }

    /** Kafka refuses to create an idempotent producer that does not wait for all replicas. */
    @Test
    void configured_properties_do_not_weaken_the_guarantees_of_the_producer() {
        var kafkaClients = new KafkaClients(Map.of("bootstrap.servers", "localhost:1", "acks", "0"));
        assertThatCode(() -> kafkaClients.producer().close()).doesNotThrowAnyException();
    }
}
