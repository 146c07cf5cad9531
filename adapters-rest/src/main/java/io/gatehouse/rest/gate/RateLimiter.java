package io.gatehouse.rest.gate;

import io.gatehouse.application.RateLimits;
import io.gatehouse.application.RateLimits.Standing;
import io.gatehouse.domain.Refusal.RateLimitExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.rest.RestSettings;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Route;
import io.gatehouse.rest.request.ApiCall;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Counts requests where the endpoint is limited, and tells the caller how many are left. */
@Singleton
final class RateLimiter {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final RateLimits limits;
    private final RestSettings settings;
    private final InstantSource clock;

    RateLimiter(RateLimits limits, RestSettings settings, InstantSource clock) {
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws RefusedException with {@link RateLimitExceeded} */
    void requireWithinLimit(ApiCall apiCall, Route route, MultiMap answer) {
        var limit = limit(route.endpoint());
        if (limit == 0 || !isLimited(apiCall, route.endpoint())) {
            return;
        }
        var standing = isCounted(apiCall) ? limits.count(route.limitKeys(apiCall), limit, WINDOW) : untouched(limit);
        answer.set("X-RateLimit-Limit", Integer.toString(standing.limit()));
        answer.set("X-RateLimit-Remaining", Integer.toString(standing.remaining()));
        answer.set("X-RateLimit-Reset", Long.toString(standing.resetsAt().getEpochSecond()));
        if (!standing.allowed()) {
            throw new RefusedException(new RateLimitExceeded());
        }
    }

    void reset(ApiCall apiCall, Route route) {
        if (route.endpoint().resetOnSuccess() && isCounted(apiCall)) {
            limits.reset(route.limitKeys(apiCall));
        }
    }

    private int limit(Endpoint endpoint) {
        return endpoint.limitIsConfigured() ? settings.jwtLimit() : endpoint.limit();
    }

    private static boolean isLimited(ApiCall apiCall, Endpoint endpoint) {
        return endpoint.limitOnlyWith().isEmpty() || apiCall.parameters().has(endpoint.limitOnlyWith());
    }

    private boolean isCounted(ApiCall apiCall) {
        return settings.rateLimits() && !apiCall.caller().isTrusted();
    }

    /** Those who are not counted always see what everybody sees first. */
    private Standing untouched(int limit) {
        var windowEnd = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(WINDOW);
        return new Standing(true, limit, limit - 1, windowEnd);
    }
}
