package io.gatehouse.rest.gate;

import io.gatehouse.application.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts requests per key in memory. */
final class CountingRateLimits implements RateLimits {

    /** Of each key in its latest window, in the order in which they were first counted. */
    final Map<String, Integer> counted = new LinkedHashMap<>();

    private final Map<String, Instant> windowEnds = new HashMap<>();
    private final InstantSource clock;

    CountingRateLimits(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Standing count(List<String> keys, int limit, Duration window) {
        var now = clock.instant().getEpochSecond();
        var end = Instant.ofEpochSecond(now - now % window.toSeconds()).plus(window);
        var remaining = limit;
        for (var key : keys) {
            var before = countedUntil(end, key);
            if (before >= limit) {
                return new Standing(false, limit, 0, end);
            }
            counted.put(key, before + 1);
            windowEnds.put(key, end);
            remaining = Math.min(remaining, limit - before - 1);
        }
        return new Standing(true, limit, remaining, end);
    }

    @Override
    public synchronized void reset(List<String> keys) {
        keys.forEach(counted::remove);
    }

    private int countedUntil(Instant end, String key) {
        return end.equals(windowEnds.get(key)) ? counted.getOrDefault(key, 0) : 0;
    }
}
