package io.gatehouse.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;

/** IDs that count up from the time of the clock, in microseconds, and are the same in every run. */
public final class CountingIds implements Ids {

    private static final int MICROS = 1_000_000;

    private final InstantSource clock;
    private final Random random = new Random(1);
    private long last;

    public CountingIds(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized String next() {
        last = Math.max(last + 1, ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        return String.format(Locale.ROOT, "%08x%05x%07x", last / MICROS, last % MICROS, random.nextInt(1 << 28));
    }
}
