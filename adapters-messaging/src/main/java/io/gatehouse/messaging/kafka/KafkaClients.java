package io.gatehouse.messaging.kafka;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Creates Kafka clients with the operator's settings, except for the settings that our guarantees depend on. */
public final class KafkaClients {

    private static final Logger LOG = System.getLogger(KafkaClients.class.getName());

    /** Written to all in-sync replicas, without duplicates, or reported as failed within 15 seconds. */
    private static final Map<String, Object> PRODUCER_SETTINGS = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);

    /** Reads from the beginning of the topic; offsets are committed explicitly, after processing. */
    private static final Map<String, Object> CONSUMER_SETTINGS = Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            100,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000);

    private static final Map<String, Object> ADMIN_SETTINGS = Map.of(
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000, AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);

    private final Map<String, String> settings;

    /**
     * @param settings of Kafka's clients, under Kafka's names: {@code bootstrap.servers}, and those of TLS and SASL
     *     where the brokers require them
     */
    public KafkaClients(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(with(PRODUCER_SETTINGS), new StringSerializer(), new StringSerializer());
    }

    KafkaConsumer<String, String> consumer(String group) {
        var properties = with(CONSUMER_SETTINGS);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    /**
     * Creates the topic if it does not exist. Without permission to create topics, assumes that it exists.
     *
     * @throws KafkaException if no broker answers within 5 seconds, or the topic cannot be created
     */
    void createIfAbsent(Topic topic) {
        try (var admin = Admin.create(with(ADMIN_SETTINGS))) {
            admin.createTopics(List.of(topic.asNew())).all().get();
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        } catch (ExecutionException failure) {
            handle(topic, failure.getCause());
        }
    }

    private static void handle(Topic topic, @Nullable Throwable failure) {
        switch (failure) {
            case TopicExistsException _ -> {}
            case AuthorizationException _ ->
                LOG.log(Level.INFO, "No permission to create topics; topic " + topic.name() + " has to exist");
            case null, default -> throw new KafkaException("Topic " + topic.name() + " cannot be created", failure);
        }
    }

    private Map<String, Object> with(Map<String, Object> overrides) {
        var properties = new HashMap<String, Object>(settings);
        properties.putAll(overrides);
        return properties;
    }
}
