package io.gatehouse.application;

import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The log as a list. The first unit of work to commit succeeds; others that have read the same streams run again. */
public final class InMemoryEventStore implements EventStore {

    private final List<Recorded> log = new ArrayList<>();

    /** @param metadata has an audit action for the first event of a unit of work only */
    public record Recorded(Event event, RequestMetadata metadata) {}

    /** @return everything that happened so far, oldest first */
    public synchronized List<Recorded> recorded() {
        return List.copyOf(log);
    }

    /** @return every event so far, oldest first */
    public List<Event> events() {
        return recorded().stream().map(Recorded::event).toList();
    }

    /** @return the events of that type, oldest first */
    public <E extends Event> Stream<E> all(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast);
    }

    @Override
    public <R> R transact(RequestMetadata metadata, Function<Streams, R> work) {
        while (true) {
            var streams = new InMemoryStreams(events());
            var answer = work.apply(streams);
            if (append(streams, metadata)) {
                return answer;
            }
        }
    }

    /** @return false if another unit of work has changed what this one has read */
    private synchronized boolean append(InMemoryStreams streams, RequestMetadata metadata) {
        var committedSince = log.stream().skip(streams.seen()).map(Recorded::event);
        if (committedSince.anyMatch(streams::guardAgainst)) {
            return false;
        }
        refuseWhatIsTaken(streams.decided());
        var circumstances = metadata;
        for (var event : streams.decided()) {
            log.add(new Recorded(event, circumstances));
            circumstances =
                    new RequestMetadata(metadata.requestId(), metadata.ip(), metadata.userAgent(), Actor.USER, null);
        }
        return true;
    }

    /** @throws RefusedException if one of the events claims a value that is taken */
    private void refuseWhatIsTaken(List<Event> decided) {
        var taken = new UniqueValues();
        Stream.concat(events().stream(), decided.stream()).forEach(taken::evolve);
    }
}
