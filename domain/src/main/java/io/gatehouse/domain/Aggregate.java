package io.gatehouse.domain;

/**
 * A state folded from events, which decides on commands. Pure: time, IDs and hashes arrive inside the command.
 *
 * @param <A> the aggregate itself
 * @param <C> its commands
 * @param <E> its events
 */
public interface Aggregate<A extends Aggregate<A, C, E>, C, E extends Event> {

    /** Decides on a command without changing any state. */
    Decision<E> decide(C command);

    /** Applies a recorded event. Never refuses: the event has already happened. */
    A evolve(E event);
}
