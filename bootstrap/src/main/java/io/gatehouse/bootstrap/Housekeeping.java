package io.gatehouse.bootstrap;

import io.gatehouse.persistence.ratelimit.PostgresRateLimits;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;

/** What has to be done now and then, on any node, and does no harm when several do it. */
@Singleton
class Housekeeping {

    private final PostgresRateLimits rateLimits;

    Housekeeping(PostgresRateLimits rateLimits) {
        this.rateLimits = rateLimits;
    }

    @Scheduled(every = "1h", delayed = "10m")
    @RunOnVirtualThread
    void sweepRateLimits() {
        rateLimits.sweep();
    }
}
