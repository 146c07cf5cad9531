package io.gatehouse.application;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts requests in fixed windows aligned to the epoch. */
public interface RateLimits {

    /**
     * Counts one request under each key, in order, until one of them is exhausted: those before it stay counted.
     *
     * @param keys what to count under, in clear; stored as digests only
     * @return how the key closest to its limit stands. If the counters are out of reach the request passes
     */
    Standing count(List<String> keys, int limit, Duration window);

    /** Forgets what was counted, for those whose success clears them. Never throws. */
    void reset(List<String> keys);

    /**
     * @param remaining how many more requests are allowed in this window, 0 or more
     * @param resetsAt the end of the window
     */
    record Standing(boolean allowed, int limit, int remaining, Instant resetsAt) {}
}
