package io.gatehouse.rest.gate;

import io.gatehouse.application.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts in memory, in one window that never ends. */
final class CountingRateLimits implements RateLimits {

    final Map<String, Integer> counted = new LinkedHashMap<>();
    private final Instant end;

    CountingRateLimits(Instant end) {
        this.end = end;
    }

    @Override
    public Standing count(List<String> keys, int limit, Duration window) {
        var remaining = limit;
        for (var key : keys) {
            var before = counted.getOrDefault(key, 0);
            if (before >= limit) {
                return new Standing(false, limit, 0, end);
            }
            counted.put(key, before + 1);
            remaining = Math.min(remaining, limit - before - 1);
        }
        return new Standing(true, limit, remaining, end);
    }

    @Override
    public void reset(List<String> keys) {
        keys.forEach(counted::remove);
    }
}
