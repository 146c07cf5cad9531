package io.gatehouse.security;

import io.gatehouse.application.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** IDs made of the time and of chance. A node never gives two of them the same time; among nodes, chance decides. */
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
        return "%08x%05x%07x".formatted(time / MICROS, time % MICROS, random.nextInt(1 << 28));
    }
}
