package io.gatehouse.messaging.kafka;

import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic as it is created where there is none; partitions and replicas are as many as the brokers find right. */
record Topic(String name, Map<String, String> settings) {

    /** Brokers forget by the file: one that is written to for a week would keep what it holds for a week. */
    private static final Duration ROLL = Duration.ofHours(1);

    /** Kept as long as the brokers keep things. */
    static Topic of(String name) {
        return new Topic(name, Map.of());
    }

    /** Kept for a day: codes and links are of no use afterwards. */
    static Topic keptForOneDay(String name) {
        return new Topic(
                name, Map.of(RETENTION_MS_CONFIG, millis(Duration.ofDays(1)), SEGMENT_MS_CONFIG, millis(ROLL)));
    }

    NewTopic asNew() {
        return new NewTopic(name, Optional.empty(), Optional.empty()).configs(settings);
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
