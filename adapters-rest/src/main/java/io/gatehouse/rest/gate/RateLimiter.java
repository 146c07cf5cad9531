package io.gatehouse.rest.gate;

import io.gatehouse.application.RateLimits;
import io.gatehouse.application.RateLimits.Standing;
import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.domain.Refusal.RateLimitExceeded;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.rest.RestSettings;
import io.gatehouse.rest.endpoint.Route;
import io.gatehouse.rest.request.ApiCall;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Counts requests to limited endpoints, and reports in headers how many are left. */
@Singleton
final class RateLimiter {

    private final RateLimits limits;
    private final RestSettings settings;
    private final InstantSource clock;

    RateLimiter(RateLimits limits, RestSettings settings, InstantSource clock) {
        this.limits = limits;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws RefusedException with {@link RateLimitExceeded} */
    void requireWithinLimit(ApiCall apiCall, Route route, MultiMap responseHeaders) {
        var limit = limit(route);
        if (limit == 0 || !isLimited(apiCall, route)) {
            return;
        }
        var standing = isCounted(apiCall)
                ? limits.count(route.limitKeys(apiCall), limit, route.window())
                : untouched(limit, route.window());
        responseHeaders.set("X-RateLimit-Limit", Integer.toString(standing.limit()));
        responseHeaders.set("X-RateLimit-Remaining", Integer.toString(standing.remaining()));
        responseHeaders.set(
                "X-RateLimit-Reset", Long.toString(standing.resetsAt().getEpochSecond()));
        if (!standing.allowed()) {
            throw new RefusedException(new RateLimitExceeded());
        }
    }

    void reset(ApiCall apiCall, Route route) {
        if (route.endpoint().limit().resetOnSuccess() && isCounted(apiCall)) {
            limits.reset(route.limitKeys(apiCall));
        }
    }

    /** The limit of JWTs is configurable. */
    private int limit(Route route) {
        return route.signInMethod().filter(SignInMethod.JWT::equals).isPresent() ? settings.jwtLimit() : route.limit();
    }

    private static boolean isLimited(ApiCall apiCall, Route route) {
        var parameter = route.endpoint().limit().onlyWith();
        return parameter.isEmpty() || apiCall.parameters().has(parameter);
    }

    private boolean isCounted(ApiCall apiCall) {
        return settings.rateLimits() && !apiCall.caller().isTrusted();
    }

    /** The values for callers that are not counted: those of a first request. */
    private Standing untouched(int limit, Duration window) {
        var seconds = window.toSeconds();
        var windows = Math.floorDiv(clock.instant().getEpochSecond(), seconds) + 1;
        return new Standing(true, limit, limit - 1, Instant.ofEpochSecond(windows * seconds));
    }
}
