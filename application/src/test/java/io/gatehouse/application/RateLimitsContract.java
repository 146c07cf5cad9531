package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.gatehouse.application.RateLimits.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Every promise of {@link RateLimits}. */
public abstract class RateLimitsContract {

    private static final Instant NOW = Instant.parse("2026-01-01T12:34:56.789Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant END_OF_HOUR = Instant.parse("2026-01-01T13:00:00Z");

    /** Distinguishes the keys of tests that share a database, so that they do not share counters. */
    private final String test = UUID.randomUUID().toString();

    private Instant now = NOW;

    /** @return always the same counters */
    protected abstract RateLimits limits();

    /** @return the clock that {@link #limits()} must use */
    protected final InstantSource clock() {
        return () -> now;
    }

    @Test
    void a_request_is_allowed_until_its_key_is_exhausted() {
        assertThat(take("a", 3)).isEqualTo(new Standing(true, 3, 2, END_OF_HOUR));
        assertThat(take("a", 3)).isEqualTo(new Standing(true, 3, 1, END_OF_HOUR));
        assertThat(take("a", 3)).isEqualTo(new Standing(true, 3, 0, END_OF_HOUR));
        assertThat(take("a", 3)).isEqualTo(new Standing(false, 3, 0, END_OF_HOUR));
        assertThat(take("a", 3)).isEqualTo(new Standing(false, 3, 0, END_OF_HOUR));
    }

    @Test
    void keys_are_counted_separately() {
        take("a", 1);
        assertThat(take("a", 1).allowed()).isFalse();
        assertThat(take("b", 1).allowed()).isTrue();
    }

    @Test
    void windows_are_aligned_to_the_epoch() {
        assertThat(limits().count(keys("a"), 1, Duration.ofMinutes(15)).resetsAt())
                .isEqualTo(Instant.parse("2026-01-01T12:45:00Z"));
        assertThat(limits().count(keys("b"), 1, Duration.ofDays(1)).resetsAt())
                .isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
        // 1 January 2026 is a Thursday, like 1 January 1970.
        assertThat(limits().count(keys("c"), 1, Duration.ofDays(7)).resetsAt())
                .isEqualTo(Instant.parse("2026-01-08T00:00:00Z"));
    }

    @Test
    void counting_starts_anew_when_the_window_ends() {
        take("a", 1);
        now = END_OF_HOUR.minusNanos(1);
        assertThat(take("a", 1).allowed()).isFalse();
        now = END_OF_HOUR;
        assertThat(take("a", 1)).isEqualTo(new Standing(true, 1, 0, END_OF_HOUR.plus(HOUR)));
        assertThat(take("a", 1).allowed()).isFalse();
    }

    @Test
    void the_key_closest_to_its_limit_is_answered() {
        take("b", 5);
        take("b", 5);
        assertThat(take(keys("a", "b", "c"), 5)).isEqualTo(new Standing(true, 5, 2, END_OF_HOUR));
    }

    @Test
    void keys_before_an_exhausted_one_stay_counted_and_those_after_it_are_not_counted() {
        take("b", 3);
        take("b", 3);
        take("b", 3);
        assertThat(take(keys("a", "b", "c"), 3)).isEqualTo(new Standing(false, 3, 0, END_OF_HOUR));
        assertThat(take("a", 3).remaining()).isEqualTo(1);
        assertThat(take("c", 3).remaining()).isEqualTo(2);
    }

    @Test
    void of_concurrent_requests_exactly_as_many_as_the_limit_are_allowed() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var allowed = new ArrayList<Boolean>();
            for (var answer : threads.invokeAll(Collections.<Callable<Standing>>nCopies(20, () -> take("a", 5)))) {
                allowed.add(answer.get().allowed());
            }
            assertThat(allowed).hasSize(20);
            assertThat(Collections.frequency(allowed, true)).isEqualTo(5);
        }
    }

    @Test
    void a_reset_key_is_counted_from_the_start() {
        take(keys("a", "b", "c"), 1);
        limits().reset(keys("a", "b"));
        assertThat(take("a", 1)).isEqualTo(new Standing(true, 1, 0, END_OF_HOUR));
        assertThat(take("b", 1).allowed()).isTrue();
        assertThat(take("c", 1).allowed()).isFalse();
    }

    @Test
    void a_key_that_was_never_counted_can_be_reset() {
        assertThatNoException().isThrownBy(() -> limits().reset(keys("a")));
        assertThatNoException().isThrownBy(() -> limits().reset(List.of()));
    }

    private Standing take(String key, int limit) {
        return take(keys(key), limit);
    }

    private Standing take(List<String> keys, int limit) {
        return limits().count(keys, limit, HOUR);
    }

    private List<String> keys(String... names) {
        return List.of(names).stream().map(name -> test + " " + name).toList();
    }
}
