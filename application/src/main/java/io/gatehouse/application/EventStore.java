package io.gatehouse.application;

import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.RefusedException;
import java.util.function.Function;

/** What happened, and the only way to make something happen. */
public interface EventStore {

    /**
     * Runs decisions as one unit of work: what was read is guarded, what was decided — over any number of streams — is
     * appended together or not at all, together with every row that answers reads. If a stream has grown meanwhile, the
     * work runs again.
     *
     * @param metadata who asks, from where, and for what; kept beside every event
     * @param work decides; has no effect of its own, for it may run more than once
     * @throws RefusedException if an aggregate refused, or a claim of uniqueness was taken; nothing is appended
     * @throws ConcurrentChangeException if it kept losing the race; trying again later is safe
     */
    <R> R transact(RequestMetadata metadata, Function<Streams, R> work);
}
