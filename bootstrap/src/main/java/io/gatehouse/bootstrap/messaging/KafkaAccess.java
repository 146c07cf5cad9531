package io.gatehouse.bootstrap.messaging;

import io.gatehouse.messaging.kafka.KafkaClients;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Creates Kafka clients. They get every property under {@code kafka}, including those for TLS and SASL. */
public final class KafkaAccess {

    private static final String PREFIX = "kafka.";
    private static final String SERVERS = "bootstrap.servers";

    private KafkaAccess() {}

    /** @return empty if no brokers are configured */
    public static Optional<KafkaClients> findClients(Config config) {
        var settings = new HashMap<String, String>();
        for (var name : config.getPropertyNames()) {
            var dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
            if (dotted.startsWith(PREFIX)) {
                put(settings, dotted.substring(PREFIX.length()), config.getOptionalValue(name, String.class));
            }
        }
        return settings.containsKey(SERVERS) ? Optional.of(new KafkaClients(settings)) : Optional.empty();
    }

    private static void put(Map<String, String> settings, String name, Optional<String> value) {
        value.filter(text -> !text.isBlank()).ifPresent(text -> settings.put(name, text));
    }
}
