package io.gatehouse.application;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision.Accepted;
import io.gatehouse.domain.Decision.Refused;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.StreamId;
import io.gatehouse.domain.account.AccountEvent;
import io.gatehouse.domain.session.SessionEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The log as it was when a unit of work began, and what the unit has decided since. */
final class InMemoryStreams implements Streams {

    private final List<Event> events;
    private final int seen;
    private final Set<StreamId<?, ?, ?>> read = new HashSet<>();

    InMemoryStreams(List<Event> history) {
        this.events = new ArrayList<>(history);
        this.seen = history.size();
    }

    @Override
    public <A extends Aggregate<A, C, E>, C, E extends Event> A read(StreamId<A, C, E> stream) {
        read.add(stream);
        var aggregate = stream.beginning();
        for (var event : events) {
            if (historyOf(event).filter(stream::equals).isPresent()) {
                @SuppressWarnings("unchecked") // what belongs to a history is one of its events
                var own = (E) event;
                aggregate = aggregate.evolve(own);
            }
        }
        return aggregate;
    }

    @Override
    public <A extends Aggregate<A, C, E>, C, E extends Event> A ask(StreamId<A, C, E> stream, C command) {
        switch (read(stream).decide(command)) {
            case Refused<E>(var refusal) -> throw new RefusedException(refusal);
            case Accepted<E>(var decided) -> events.addAll(decided);
        }
        return read(stream);
    }

    @Override
    public void begin(Event first) {
        events.add(first);
    }

    /** @return how many events there were when the unit of work began */
    int seen() {
        return seen;
    }

    List<Event> decided() {
        return events.subList(seen, events.size());
    }

    boolean hasRead(Event event) {
        return historyOf(event).filter(read::contains).isPresent();
    }

    private static Optional<StreamId<?, ?, ?>> historyOf(Event event) {
        return switch (event) {
            case AccountEvent e -> Optional.of(e.account());
            case SessionEvent e -> Optional.of(e.session());
            default -> Optional.empty();
        };
    }
}
