package io.gatehouse.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.junit.jupiter.api.Test;

class StreamPositionsTest {

    private static final StreamPositions ACCOUNT = new StreamPositions(Map.of("account/demo/a", 10L));
    private static final StreamPositions SESSION = new StreamPositions(Map.of("session/demo/s", 500L));

    @Test
    void each_stream_keeps_its_own_position() {
        assertThat(ACCOUNT.lowerBound(SESSION))
                .isInstanceOfSatisfying(StreamPositions.class, both -> assertThat(both.positions())
                        .isEqualTo(Map.of("account/demo/a", 10L, "session/demo/s", 500L)));
    }

    @Test
    void of_a_stream_read_twice_the_earlier_position_counts() {
        var later = new StreamPositions(Map.of("account/demo/a", 12L));
        assertThat(later.lowerBound(ACCOUNT))
                .isInstanceOfSatisfying(StreamPositions.class, one -> assertThat(one.positions())
                        .isEqualTo(ACCOUNT.positions()));
    }

    @Test
    void the_origin_is_the_lower_bound_of_every_position() {
        assertThat(ACCOUNT.lowerBound(ConsistencyMarker.ORIGIN)).isSameAs(ConsistencyMarker.ORIGIN);
    }
}
