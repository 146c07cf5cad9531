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
final class SeenUpTo extends AbstractConsistencyMarker<SeenUpTo> {

    private final Map<String, Long> positions;

    SeenUpTo(Map<String, Long> positions) {
        this.positions = Map.copyOf(positions);
    }

    /** By tag, as {@link Tags#text} spells it; 0 for a history that has not begun. */
    Map<String, Long> positions() {
        return positions;
    }

    @Override
    protected ConsistencyMarker doLowerBound(SeenUpTo other) {
        return merged(other, Math::min);
    }

    @Override
    protected ConsistencyMarker doUpperBound(SeenUpTo other) {
        return merged(other, Math::max);
    }

    private SeenUpTo merged(SeenUpTo other, BinaryOperator<Long> choice) {
        var merged = new HashMap<>(positions);
        other.positions.forEach((tag, position) -> merged.merge(tag, position, choice));
        return new SeenUpTo(merged);
    }

    @Override
    public Position position() {
        return Position.START;
    }
}
