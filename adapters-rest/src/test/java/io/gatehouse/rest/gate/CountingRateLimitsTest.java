package io.gatehouse.rest.gate;

import io.gatehouse.application.RateLimits;
import io.gatehouse.application.RateLimitsContract;

class CountingRateLimitsTest extends RateLimitsContract {

    private final CountingRateLimits limits = new CountingRateLimits(clock());

    @Override
    protected RateLimits limits() {
        return limits;
    }
}
