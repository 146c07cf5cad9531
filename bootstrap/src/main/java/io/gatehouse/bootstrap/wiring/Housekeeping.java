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

/** Periodic clean-up. Every node runs it; concurrent runs do no harm. */
@Singleton
class Housekeeping {

    /** Closed deliveries are kept longer than the message topic keeps records (one day), so none is sent twice. */
    private static final Duration RETENTION = Duration.ofDays(2);

    /** Bounds the duration of a run; enough for tens of thousands of items. */
    private static final int MAX_ROUNDS = 100;

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
    void deleteExpiredRateLimits() {
        rateLimits.deleteExpired();
    }

    @Scheduled(every = "5m", delayed = "1m")
    @RunOnVirtualThread
    void expireOverdue() {
        for (var round = 0; round < MAX_ROUNDS && expireOverdue.handle(); round++) {
            // Repeat while items may be left.
        }
    }

    @Scheduled(every = "5m", delayed = "1m")
    @RunOnVirtualThread
    void concealRecoveryCodes() {
        for (var round = 0; round < MAX_ROUNDS && concealRecoveryCodes.handle(); round++) {
            // Repeat while items may be left.
        }
    }

    @Scheduled(every = "1h", delayed = "15m")
    @RunOnVirtualThread
    void purgeDeliveries() {
        queue.purge(clock.instant().minus(RETENTION));
    }
}
