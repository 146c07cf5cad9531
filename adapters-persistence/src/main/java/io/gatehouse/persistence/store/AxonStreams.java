package io.gatehouse.persistence.store;

import io.gatehouse.application.Inventory;
import io.gatehouse.application.Streams;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision.Accepted;
import io.gatehouse.domain.Decision.Refused;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.StreamId;
import io.gatehouse.domain.account.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStoreTransaction;
import org.axonframework.eventsourcing.eventstore.SourcingCondition;
import org.axonframework.messaging.eventstreaming.EventCriteria;
import org.axonframework.messaging.eventstreaming.Tag;

/** The streams that one unit of work has read, each at most once, and the events it has decided. */
final class AxonStreams implements Streams {

    private final EventStoreTransaction transaction;
    private final Map<StreamId<?, ?, ?>, Aggregate<?, ?, ?>> folded = new HashMap<>();
    private final List<Event> decided = new ArrayList<>();
    private final InventoryReaders inventories;
    private RequestMetadata metadata;

    AxonStreams(EventStoreTransaction transaction, RequestMetadata metadata, InventoryReaders inventories) {
        this.transaction = transaction;
        this.metadata = metadata;
        this.inventories = inventories;
    }

    @Override
    public <A extends Aggregate<A, C, E>, C, E extends Event> A read(StreamId<A, C, E> stream) {
        @SuppressWarnings("unchecked") // the map holds the stream's aggregate under the stream's ID
        var known = (A) folded.get(stream);
        return known == null ? keep(stream, fold(stream)) : known;
    }

    @Override
    public <A extends Aggregate<A, C, E>, C, E extends Event> A execute(StreamId<A, C, E> stream, C command) {
        var aggregate = read(stream);
        return switch (aggregate.decide(command)) {
            case Refused<E>(var refusal) -> throw new RefusedException(refusal);
            case Accepted<E>(var events) -> {
                for (var event : events) {
                    appendToTransaction(event);
                    aggregate = aggregate.evolve(event);
                }
                yield keep(stream, aggregate);
            }
        };
    }

    @Override
    public void append(Event event) {
        appendToTransaction(event);
    }

    @Override
    public <T> T list(AccountId account, Inventory<T> inventory) {
        guard(Tags.of(account, inventory));
        return inventories.list(account, inventory);
    }

    @Override
    public List<Event> decided() {
        return List.copyOf(decided);
    }

    /** Must precede reading the rows, so that they are at least as new as the guarded position. */
    private void guard(Tag tag) {
        var fromEnd = SourcingCondition.conditionFor(PostgresEventStorageEngine.END, EventCriteria.havingTags(tag));
        transaction.source(fromEnd).reduce(tag, (same, _) -> same).join();
    }

    private <A extends Aggregate<A, C, E>, C, E extends Event> A fold(StreamId<A, C, E> stream) {
        var wholeStream = SourcingCondition.conditionFor(EventCriteria.havingTags(Tags.of(stream)));
        return transaction
                .source(wholeStream)
                .reduce(stream.initialState(), (aggregate, entry) -> {
                    @SuppressWarnings("unchecked") // only events of the stream have its tag
                    var event = (E) AxonMessages.event(entry.message());
                    return aggregate.evolve(event);
                })
                .join();
    }

    private <A extends Aggregate<A, C, E>, C, E extends Event> A keep(StreamId<A, C, E> stream, A aggregate) {
        folded.put(stream, aggregate);
        return aggregate;
    }

    /** A unit of work is one entry of the security log, so only its first event has an audit action. */
    private void appendToTransaction(Event event) {
        transaction.appendEvent(AxonMessages.decided(event, metadata));
        metadata = metadata.unaudited();
        decided.add(event);
    }
}
