package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.message.DeliverMessages;
import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.RunMode;
import io.gatehouse.bootstrap.messaging.KafkaAccess;
import io.gatehouse.messaging.kafka.KafkaClients;
import io.gatehouse.messaging.kafka.KafkaMessageConsumer;
import io.gatehouse.messaging.kafka.KafkaMessagePublisher;
import io.gatehouse.messaging.kafka.KafkaPublisher;
import io.gatehouse.messaging.worker.DeliveryWorker;
import io.gatehouse.messaging.worker.MessageEnqueuer;
import io.gatehouse.persistence.store.PostgresEventStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.microprofile.config.Config;

/** Starts what the role of this node requires: subscriptions to the event log, and workers that deliver messages. */
@Singleton
class BackgroundProcesses {

    private final PostgresEventStore store;
    private final DeliveryQueue queue;
    private final DeliverMessages deliverMessages;
    private final GatehouseConfig config;
    private final Config rawConfig;
    private final InstantSource clock;

    /** Everything started, the latest first. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    BackgroundProcesses(
            PostgresEventStore store,
            DeliveryQueue queue,
            DeliverMessages deliverMessages,
            GatehouseConfig config,
            Config properties,
            InstantSource clock) {
        this.store = store;
        this.queue = queue;
        this.deliverMessages = deliverMessages;
        this.config = config;
        this.rawConfig = properties;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.command() == RunMode.SERVE) {
            KafkaAccess.findClients(rawConfig).ifPresentOrElse(this::startWithKafka, this::startWithoutKafka);
        }
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    private void startWithKafka(KafkaClients kafkaClients) {
        if (config.role().servesHttp()) {
            var events = closeOnShutdown(
                    new KafkaPublisher(kafkaClients, config.kafka().topic()));
            closeOnShutdown(store.subscribe("kafka", events));
            var messages = closeOnShutdown(
                    new KafkaMessagePublisher(kafkaClients, config.kafka().messagesTopic()));
            closeOnShutdown(store.subscribe("messages", messages));
        }
        if (config.role().deliversMessages()) {
            var deliveryWorker = closeOnShutdown(DeliveryWorker.start(deliverMessages));
            closeOnShutdown(KafkaMessageConsumer.start(
                    kafkaClients, config.kafka().messagesTopic(), queue, clock, deliveryWorker::wake));
        }
    }

    private void startWithoutKafka() {
        if (config.role().deliversMessages()) {
            var deliveryWorker = closeOnShutdown(DeliveryWorker.start(deliverMessages));
            closeOnShutdown(store.subscribe("messages", new MessageEnqueuer(queue, clock, deliveryWorker::wake)));
        }
    }

    private <T extends AutoCloseable> T closeOnShutdown(T started) {
        running.push(started);
        return started;
    }
}
