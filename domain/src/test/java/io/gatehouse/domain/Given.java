package io.gatehouse.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.domain.Decision.Accepted;
import io.gatehouse.domain.Decision.Refused;
import java.util.List;
import java.util.function.Function;

/** Starts from these events, gives the aggregate a command, and asserts the decided events or the refusal. */
public final class Given<A extends Aggregate<A, C, E>, C, E extends Event> {

    private final A aggregate;

    private Given(A aggregate) {
        this.aggregate = aggregate;
    }

    public static <A extends Aggregate<A, C, E>, C, E extends Event> Given<A, C, E> of(
            StreamId<A, C, E> stream, List<? extends E> history) {
        var aggregate = stream.initialState();
        for (var event : history) {
            aggregate = aggregate.evolve(event);
        }
        return new Given<>(aggregate);
    }

    public Answer<E> when(C command) {
        return new Answer<>(aggregate.decide(command));
    }

    /** Queries the aggregate without a command. */
    public <R> R query(Function<A, R> question) {
        return question.apply(aggregate);
    }

    /** The decision of the aggregate. */
    public record Answer<E>(Decision<E> decision) {

        /** @param events exactly these, oldest first */
        public void then(Event... events) {
            assertThat(decision).isEqualTo(new Accepted<>(List.of(events)));
        }

        public void thenNothingNew() {
            assertThat(decision).isEqualTo(new Accepted<>(List.of()));
        }

        public void thenRefused(Refusal refusal) {
            assertThat(decision).isEqualTo(new Refused<>(refusal));
        }
    }
}
