package io.gatehouse.security;

import io.gatehouse.application.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * IDs from the time, in microseconds, and 28 random bits. A node uses each time only once; the random bits distinguish
 * IDs that several nodes make at the same time.
 */
public final class TimeSortedIds implements Ids {

    private static final int MICROS = 1_000_000;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    public TimeSortedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String next() {
        var now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        var time = last.updateAndGet(previous -> Math.max(previous + 1, now));
        return String.format(Locale.ROOT, "%08x%05x%07x", time / MICROS, time % MICROS, random.nextInt(1 << 28));
    }
}
