package io.gatehouse.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeSortedIdsTest {

    private static final Instant SPRING = Instant.parse("2025-04-25T09:06:43.000862Z");

    @Test
    void an_id_is_seconds_microseconds_and_chance_in_twenty_hexadecimal_digits() {
        assertThat(ids(SPRING).next()).matches("680b50a3" + "0035e" + "[0-9a-f]{7}");
    }

    @Test
    void ids_sort_by_time_even_if_the_clock_stands_still() {
        var ids = ids(SPRING);
        assertThat(Stream.generate(ids::next).limit(10_000)).isSorted().doesNotHaveDuplicates();
    }

    private static TimeSortedIds ids(Instant now) {
        return new TimeSortedIds(InstantSource.fixed(now), new Random(1));
    }
}
