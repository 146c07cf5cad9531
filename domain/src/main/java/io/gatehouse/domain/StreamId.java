package io.gatehouse.domain;

/**
 * Names one history: all that happened to one account, one session, one target.
 *
 * @param <A> what is folded from it
 */
public interface StreamId<A extends Aggregate<A, C, E>, C, E extends Event> {

    ProjectId project();

    /** The kind of thing, in lower case: {@code account}, {@code session}. Written to the log, so never renamed. */
    String streamType();

    /** Unique within project and kind. */
    String value();

    /** What stands before the first event. */
    A initialState();
}
