package io.gatehouse.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise of {@link Ids}. */
public abstract class IdsContract {

    private static final Instant SPRING = Instant.parse("2025-04-25T09:06:43.000862Z");
    private static final int MANY = 10_000;

    /** @return a new source, which has given out no ID yet */
    protected abstract Ids ids(InstantSource clock);

    @Test
    void an_id_is_seconds_microseconds_and_random_digits() {
        assertThat(idsAt(SPRING).next()).matches("680b50a3" + "0035e" + "[0-9a-f]{7}");
    }

    @Test
    void ids_are_unique_and_sort_by_time_even_while_the_clock_stands_still() {
        assertThat(Stream.generate(idsAt(SPRING)::next).limit(MANY)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ids_remain_unique_when_the_clock_goes_back() {
        var clock = new Instant[] {SPRING};
        var ids = ids(() -> clock[0]);
        var before = ids.next();
        clock[0] = SPRING.minusSeconds(1);
        assertThat(ids.next()).isGreaterThan(before);
    }

    @Test
    void ids_of_different_sources_sort_by_time() {
        var earlier = idsAt(SPRING).next();
        assertThat(idsAt(SPRING.plusNanos(1_000)).next()).isGreaterThan(earlier);
        assertThat(idsAt(SPRING.plusSeconds(1)).next()).isGreaterThan(earlier);
    }

    @Test
    void after_the_last_microsecond_of_a_second_the_next_second_follows() {
        var ids = idsAt(Instant.parse("2025-04-25T09:06:43.999999Z"));
        assertThat(ids.next()).startsWith("680b50a3" + "f423f");
        assertThat(ids.next()).startsWith("680b50a4" + "00000");
    }

    @Test
    void ids_asked_for_concurrently_are_unique() {
        var ids = idsAt(SPRING);
        assertThat(IntStream.range(0, MANY).parallel().mapToObj(_ -> ids.next()))
                .doesNotHaveDuplicates();
    }

    /** The chance that a random source misses one of them is less than one in 10²⁵. */
    @Test
    void every_digit_occurs_in_each_of_the_seven_random_places() {
        var ids = Stream.generate(idsAt(SPRING)::next).limit(1_000).toList();
        IntStream.range(13, 20).forEach(place -> assertThat(
                        ids.stream().map(id -> id.charAt(place)).distinct())
                .hasSize(16));
    }

    private Ids idsAt(Instant now) {
        return ids(InstantSource.fixed(now));
    }
}
