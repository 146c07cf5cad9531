package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.housekeeping.ConcealRecoveryCodes;
import io.gatehouse.application.housekeeping.ExpireOverdue;
import io.gatehouse.application.message.DeliveryQueue;
import io.gatehouse.persistence.ratelimit.PostgresRateLimits;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** What has to be done now and then, on any node, and does no harm when several do it. */
@Singleton
class Housekeeping {

    /** Messages are remembered for as long as their topic keeps them, so that one told of twice is sent once. */
    private static final Duration MEMORY = Duration.ofDays(2);

    /** Enough for tens of thousands every five minutes, and an end in any case. */
    private static final int ROUNDS = 100;

    private final PostgresRateLimits rateLimits;
    private final ExpireOverdue expireOverdue;
    private final ConcealRecoveryCodes concealRecoveryCodes;
    private final DeliveryQueue queue;
    private final InstantSource clock;

    Housekeeping(
            PostgresRateLimits rateLimits,
            ExpireOverdue expireOverdue,
            ConcealRecoveryCodes concealRecoveryCodes,
            DeliveryQueue queue,
            InstantSource clock) {
        this.rateLimits = rateLimits;
        this.expireOverdue = expireOverdue;
        this.concealRecoveryCodes = concealRecoveryCodes;
        this.queue = queue;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m")
    @RunOnVirtualThread
    void sweepRateLimits() {
        rateLimits.sweep();
    }

    @Scheduled(every = "5m", delayed = "1m")
    @RunOnVirtualThread
    void clearAway() {
        for (var round = 0; round < ROUNDS && expireOverdue.handle(); round++) {
            // There is more.
        }
    }

    @Scheduled(every = "5m", delayed = "1m")
    @RunOnVirtualThread
    void concealRecoveryCodes() {
        for (var round = 0; round < ROUNDS && concealRecoveryCodes.handle(); round++) {
            // There is more.
        }
    }

    @Scheduled(every = "1h", delayed = "15m")
    @RunOnVirtualThread
    void sweepDeliveries() {
        queue.purge(clock.instant().minus(MEMORY));
    }
}
