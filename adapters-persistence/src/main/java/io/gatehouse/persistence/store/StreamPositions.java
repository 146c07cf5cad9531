package io.gatehouse.persistence.store;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.axonframework.eventsourcing.eventstore.AbstractConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.ConsistencyMarker;
import org.axonframework.eventsourcing.eventstore.Position;

/**
 * The position up to which each stream was read. A single position would cause false conflicts: an event of one stream
 * would count as a change of another stream that was read up to an earlier position.
 */
final class StreamPositions extends AbstractConsistencyMarker<StreamPositions> {

    private final Map<String, Long> positions;

    StreamPositions(Map<String, Long> positions) {
        this.positions = Map.copyOf(positions);
    }

    /** By tag, in the form of {@link Tags#text}; 0 for a stream without events. */
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
