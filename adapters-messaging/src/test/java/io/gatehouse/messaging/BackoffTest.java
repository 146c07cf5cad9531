package io.gatehouse.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final RuntimeException refused = new IllegalStateException("connection refused");

    private final Lines log = new Lines();
    private final Backoff backoff = new Backoff(log, "Sending messages");

    @Test
    void pauses_double_from_half_a_second_to_ten_seconds() {
        var pauses = Stream.generate(() -> backoff.failed(refused)).limit(7);
        assertThat(pauses.map(Duration::toMillis))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
    }

    @Test
    void an_outage_is_logged_once_at_its_beginning_and_once_at_its_end() {
        backoff.recovered();
        backoff.failed(refused);
        backoff.failed(refused);
        backoff.recovered();
        backoff.recovered();

        assertThat(log.lines)
                .containsExactly(
                        "WARNING Sending messages failed; retrying until it works",
                        "INFO Sending messages works again");
    }

    @Test
    void a_second_outage_starts_over() {
        backoff.failed(refused);
        backoff.failed(refused);
        backoff.recovered();

        assertThat(backoff.failed(refused)).hasMillis(500);
        assertThat(log.lines).hasSize(3);
    }

    private static final class Lines implements System.Logger {

        private final List<String> lines = new ArrayList<>();

        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String text, @Nullable Throwable thrown) {
            lines.add(level + " " + text);
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String text, @Nullable Object... values) {
            lines.add(level + " " + text);
        }
    }
}
