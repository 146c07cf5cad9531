package io.gatehouse.persistence.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.axonframework.eventsourcing.eventstore.AbstractConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;

/**
 * How far each history was read. One position for all would be wrong: an event of one history would then count as news
 * for another that was read up to an earlier point.
 */
final class StreamPositions extends AbstractConsistencyMarker<StreamPositions> {

    private final Map<String, Long> positions;

    StreamPositions(Map<String, Long> positions) {
        this.positions = Map.copyOf(positions);
    }

    /** By tag, as {@link Tags#text} spells it; 0 for a history that has not begun. */
    Map<String, Long> positions() {
        return positions;
    }

    @Override
    protected ConsistencyMarker doLowerBound(StreamPositions other) {
        return merged(other, Math::min);
    }

    @Override
    protected ConsistencyMarker doUpperBound(StreamPositions other) {
        return merged(other, Math::max);
    }

    private StreamPositions merged(StreamPositions other, BinaryOperator<Long> choice) {
        var merged = new HashMap<>(positions);
        other.positions.forEach((tag, position) -> merged.merge(tag, position, choice));
        return new StreamPositions(merged);
    }

    @Override
    public Position position() {
        return Position.START;
    }
}
