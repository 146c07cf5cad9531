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

/** The way to Kafka's brokers: how operators want them to be reached, and what we promise whatever they want. */
public final class KafkaClients {

    private static final Logger LOG = System.getLogger(KafkaClients.class.getName());

    /** Written by all replicas in sync, once, or reported as failed after 15 seconds at the latest. */
    private static final Map<String, Object> WRITING = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);

    /** From the beginning, nothing skipped: what was read counts as read when we say so. */
    private static final Map<String, Object> READING = Map.of(
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

    private static final Map<String, Object> ARRANGING = Map.of(
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000, AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);

    private final Map<String, String> settings;

    /**
     * @param settings of Kafka's clients, under Kafka's names: {@code bootstrap.servers}, and those of TLS and SASL
     *     where the brokers ask for them
     */
    public KafkaClients(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(with(WRITING), new StringSerializer(), new StringSerializer());
    }

    KafkaConsumer<String, String> consumer(String group) {
        var properties = with(READING);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    /**
     * Creates the topic unless it is there. Where we may not create topics, somebody else has to.
     *
     * @throws KafkaException if nobody answers within 5 seconds
     */
    void provide(Topic topic) {
        try (var admin = Admin.create(with(ARRANGING))) {
            admin.createTopics(List.of(topic.asNew())).all().get();
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        } catch (ExecutionException failure) {
            judge(topic, failure.getCause());
        }
    }

    private static void judge(Topic topic, @Nullable Throwable failure) {
        switch (failure) {
            case TopicExistsException _ -> {}
            case AuthorizationException _ ->
                LOG.log(Level.INFO, "We may not create topics, so {0} has to be there already", topic.name());
            case null, default -> throw new KafkaException("Topic " + topic.name() + " cannot be created", failure);
        }
    }

    private Map<String, Object> with(Map<String, Object> promises) {
        var properties = new HashMap<String, Object>(settings);
        properties.putAll(promises);
        return properties;
    }
}
