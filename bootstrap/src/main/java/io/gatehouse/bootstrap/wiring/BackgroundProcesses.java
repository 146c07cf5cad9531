package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.EventListener;
import io.gatehouse.application.message.DeliverMessages;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.RunMode;
import io.gatehouse.bootstrap.messaging.KafkaAccess;
import io.gatehouse.messaging.kafka.KafkaClients;
import io.gatehouse.messaging.kafka.KafkaMessageConsumer;
import io.gatehouse.messaging.kafka.KafkaMessagePublisher;
import io.gatehouse.messaging.kafka.KafkaPublisher;
import io.gatehouse.messaging.worker.DeliveryWorker;
import io.gatehouse.messaging.worker.MessageEnqueuer;
import io.gatehouse.persistence.message.PostgresDeliveryQueue;
import io.gatehouse.persistence.store.LogSubscription;
import io.gatehouse.persistence.store.PostgresEventStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;

/** Starts what the role of this node requires: subscriptions to the event log, and workers that deliver messages. */
@Singleton
class BackgroundProcesses {

    private final PostgresEventStore store;
    private final PostgresDeliveryQueue queue;
    private final DeliverMessages deliverMessages;
    private final GatehouseConfig config;
    private final Config rawConfig;
    private final InstantSource clock;

    /** By name. */
    private final Map<String, LogSubscription> subscriptions = new ConcurrentHashMap<>();

    /** Everything started, the latest first. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    BackgroundProcesses(
            PostgresEventStore store,
            PostgresDeliveryQueue queue,
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
            subscribe("kafka", events);
            var messages = closeOnShutdown(
                    new KafkaMessagePublisher(kafkaClients, config.kafka().messagesTopic()));
            subscribe("messages", messages);
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
            subscribe("messages", new MessageEnqueuer(queue, clock, deliveryWorker::wake));
        }
    }

    private void subscribe(String name, EventListener listener) {
        subscriptions.put(name, closeOnShutdown(store.subscribe(name, listener)));
    }

    /** @return what cannot work at all, by name, with the reason as a clause for operators */
    Map<String, String> problems() {
        var problems = new TreeMap<String, String>();
        subscriptions.forEach((name, subscription) ->
                subscription.problem().ifPresent(problem -> problems.put("subscription " + name, problem)));
        queue.problem().ifPresent(problem -> problems.put("delivery queue", problem));
        return problems;
    }

    private <T extends AutoCloseable> T closeOnShutdown(T started) {
        running.push(started);
        return started;
    }
}
