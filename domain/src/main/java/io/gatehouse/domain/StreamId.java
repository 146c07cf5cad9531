package io.gatehouse.domain;

/**
 * Identifies one event stream: all events of one account, one session, one target.
 *
 * @param <A> the aggregate that is folded from it
 */
public interface StreamId<A extends Aggregate<A, C, E>, C, E extends Event> {

    ProjectId project();

    /**
     * The type of the stream in lower case, such as {@code account}. Stored in the event log, so it must never be
     * renamed.
     */
    String streamType();

    /** Unique within the project and the stream type. */
    String value();

    /** The state before the first event. */
    A initialState();
}
