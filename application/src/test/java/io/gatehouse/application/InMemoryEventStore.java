package io.gatehouse.application;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.UserAlreadyExists;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountEvent.UserCreated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The log as a list. The first to commit wins; whoever has read the same history meanwhile runs again. */
public final class InMemoryEventStore implements EventStore {

    private final List<Recorded> log = new ArrayList<>();

    /** @param occasion names an audit for the first event of a unit of work only */
    public record Recorded(Event event, Occasion occasion) {}

    /** @return everything that happened so far, oldest first */
    public synchronized List<Recorded> recorded() {
        return List.copyOf(log);
    }

    /** @return the events of that type, oldest first */
    public <E extends Event> Stream<E> all(Class<E> type) {
        return recorded().stream().map(Recorded::event).filter(type::isInstance).map(type::cast);
    }

    @Override
    public <R> R transact(Occasion occasion, Function<Streams, R> work) {
        while (true) {
            var streams = new InMemoryStreams(all(Event.class).toList());
            var answer = work.apply(streams);
            if (append(streams, occasion)) {
                return answer;
            }
        }
    }

    /** @return false if somebody was faster */
    private synchronized boolean append(InMemoryStreams streams, Occasion occasion) {
        if (log.stream().skip(streams.seen()).map(Recorded::event).anyMatch(streams::hasRead)) {
            return false;
        }
        refuseWhatIsTaken(streams.decided());
        var circumstances = occasion;
        for (var event : streams.decided()) {
            log.add(new Recorded(event, circumstances));
            circumstances = new Occasion(occasion.requestId(), occasion.ip(), occasion.userAgent(), null);
        }
        return true;
    }

    private void refuseWhatIsTaken(List<Event> decided) {
        var taken = all(Event.class).flatMap(InMemoryEventStore::claims).collect(Collectors.toSet());
        decided.stream()
                .flatMap(InMemoryEventStore::claims)
                .filter(claim -> !taken.add(claim))
                .findFirst()
                .ifPresent(claim -> {
                    throw new RefusedException(claim.refusal());
                });
    }

    /** @param value whose type tells what is claimed */
    private record Claim(Refusal refusal, ProjectId project, Object value) {}

    private static Stream<Claim> claims(Event event) {
        var project = event.account().project();
        return switch (event) {
            case UserCreated e ->
                Stream.concat(Stream.of(e.account()), Stream.ofNullable(e.email()))
                        .map(value -> new Claim(new UserAlreadyExists(), project, value));
            case TargetCreated e -> Stream.of(new Claim(new TargetAlreadyExists(), project, e.identifier()));
            default -> Stream.of();
        };
    }
}
