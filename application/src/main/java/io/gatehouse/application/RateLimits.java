package io.gatehouse.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts requests in fixed windows aligned to the epoch. */
public interface RateLimits {

    /**
     * Counts one request under each key, in order, up to the first exhausted key; keys before it stay counted.
     *
     * @param keys in clear; only their digests are stored
     * @return the standing of the key closest to its limit; if the counters are unavailable, the request is allowed
     */
    Standing count(List<String> keys, int limit, Duration window);

    /** Resets the counters of the keys, after a success that clears them. Never throws. */
    void reset(List<String> keys);

    /**
     * @param remaining the number of requests still allowed in this window, 0 or more
     * @param resetsAt the end of the window
     */
    record Standing(boolean allowed, int limit, int remaining, Instant resetsAt) {}
}
