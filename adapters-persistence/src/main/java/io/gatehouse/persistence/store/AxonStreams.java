package io.gatehouse.persistence.store;

import io.gatehouse.application.Occasion;
import io.gatehouse.application.Streams;
import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision.Accepted;
import io.gatehouse.domain.Decision.Refused;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.StreamId;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;

/** The histories that one unit of work has read, each at most once, and what it decided. */
final class AxonStreams implements Streams {

    private final EventStoreTransaction transaction;
    private final Map<StreamId<?, ?, ?>, Aggregate<?, ?, ?>> folded = new HashMap<>();
    private Occasion occasion;

    AxonStreams(EventStoreTransaction transaction, Occasion occasion) {
        this.transaction = transaction;
        this.occasion = occasion;
    }

    @Override
    public <A extends Aggregate<A, C, E>, C, E extends Event> A read(StreamId<A, C, E> stream) {
        @SuppressWarnings("unchecked") // what is folded under a stream's ID is that stream's aggregate
        var known = (A) folded.get(stream);
        return known == null ? keep(stream, fold(stream)) : known;
    }

    @Override
    public <A extends Aggregate<A, C, E>, C, E extends Event> A ask(StreamId<A, C, E> stream, C command) {
        var aggregate = read(stream);
        return switch (aggregate.decide(command)) {
            case Refused<E>(var refusal) -> throw new RefusedException(refusal);
            case Accepted<E>(var events) -> {
                for (var event : events) {
                    append(event);
                    aggregate = aggregate.evolve(event);
                }
                yield keep(stream, aggregate);
            }
        };
    }

    @Override
    public void begin(Event first) {
        append(first);
    }

    private <A extends Aggregate<A, C, E>, C, E extends Event> A fold(StreamId<A, C, E> stream) {
        var history = SourcingCondition.conditionFor(EventCriteria.havingTags(Tags.of(stream)));
        return transaction
                .source(history)
                .reduce(stream.beginning(), (aggregate, entry) -> {
                    @SuppressWarnings("unchecked") // a stream's tag is on that stream's events only
                    var event = (E) Messages.event(entry.message());
                    return aggregate.evolve(event);
                })
                .join();
    }

    private <A extends Aggregate<A, C, E>, C, E extends Event> A keep(StreamId<A, C, E> stream, A aggregate) {
        folded.put(stream, aggregate);
        return aggregate;
    }

    /** One unit of work is one entry of the security log, so only its first event says what to call it. */
    private void append(Event event) {
        transaction.appendEvent(Messages.decided(event, occasion));
        occasion = new Occasion(occasion.requestId(), occasion.ip(), occasion.userAgent(), null);
    }
}
