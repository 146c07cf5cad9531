package io.gatehouse.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class KafkaClientsTest {

    @Test
    void configured_properties_apply_to_producers_consumers_and_the_creation_of_topics() {
        var kafkaClients = new KafkaClients(Map.of("bootstrap.servers", "localhost:1", "security.protocol", "PIGEON"));
        assertThatThrownBy(kafkaClients::producer)
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("PIGEON");
        assertThatThrownBy(() -> kafkaClients.consumer("readers"))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("PIGEON");
        assertThatThrownBy(() -> kafkaClients.provide(Topic.of("letters"))).isInstanceOf(KafkaException.class);
    }

    /** Kafka itself refuses a producer that is to write things once but not to wait for all replicas. */
    @Test
    void configured_properties_do_not_weaken_the_guarantees_of_the_producer() {
        var hasty = new KafkaClients(Map.of("bootstrap.servers", "localhost:1", "acks", "0"));
        assertThatCode(() -> hasty.producer().close()).doesNotThrowAnyException();
    }
}
