package io.gatehouse.persistence.store;

import java.util.OptionalLong;
import org.axonframework.messaging.eventhandling.processing.streaming.token.TrackingToken;

/**
 * A position in the log: after the event with this transaction ID and position.
 *
 * @param tx the transaction ID. IDs are not in commit order, but every transaction below a snapshot's xmin has ended
 */
record LogPosition(long tx, long index) implements TrackingToken {

    static final LogPosition BEGINNING = new LogPosition(0, 0);

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return covers(other) ? other : this;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return covers(other) ? this : other;
    }

    @Override
    public boolean covers(TrackingToken other) {
        return other instanceof LogPosition that && (tx > that.tx || (tx == that.tx && index >= that.index));
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(index);
    }
}
