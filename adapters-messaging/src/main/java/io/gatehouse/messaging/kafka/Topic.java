package io.gatehouse.messaging.kafka;

import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic and the settings to create it with. Numbers of partitions and replicas are the brokers' defaults. */
record Topic(String name, Map<String, String> settings) {

    /** Brokers delete whole segments only: one that is written to for a week would keep its records for a week. */
    private static final Duration SEGMENT = Duration.ofHours(1);

    /** With the brokers' default retention. */
    static Topic of(String name) {
        return new Topic(name, Map.of());
    }

    /** Records are kept for one day, because codes and links have expired by then. */
    static Topic keptForOneDay(String name) {
        return new Topic(
                name, Map.of(RETENTION_MS_CONFIG, millis(Duration.ofDays(1)), SEGMENT_MS_CONFIG, millis(SEGMENT)));
    }

    NewTopic asNew() {
        return new NewTopic(name, Optional.empty(), Optional.empty()).configs(settings);
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
