package io.gatehouse.domain;

/**
 * A thing as its events left it, and what it says to a command. Pure: time, ids and hashes arrive inside the command.
 *
 * @param <A> the aggregate itself
 */
public interface Aggregate<A extends Aggregate<A, C, E>, C, E extends Event> {

    /** Never changes anything. */
    Decision<E> decide(C command);

    /** Never refuses: history is not up for debate. */
    A evolve(E event);
}
