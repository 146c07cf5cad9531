package io.gatehouse.bootstrap;

import io.gatehouse.messaging.KafkaPublisher;
import io.gatehouse.persistence.store.PostgresEventStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sends what happened to Kafka, where one is configured. */
@Singleton
class EventsToKafka {

    private final PostgresEventStore store;
    private final Optional<String> servers;
    private final String topic;
    private @Nullable KafkaPublisher publisher;
    private @Nullable AutoCloseable following;

    EventsToKafka(
            PostgresEventStore store,
            GatehouseConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> servers) {
        this.store = store;
        this.servers = config.command() == Command.SERVE ? servers : Optional.empty();
        this.topic = config.kafka().topic();
    }

    void start(@Observes StartupEvent event) {
        servers.ifPresent(address -> {
            var kafka = new KafkaPublisher(address, topic);
            publisher = kafka;
            following = store.follow("kafka", kafka);
        });
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        if (following != null) {
            following.close();
        }
        if (publisher != null) {
            publisher.close();
        }
    }
}
