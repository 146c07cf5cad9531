package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.rest.RestSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Settings of the HTTP adapter. */
final class RestWiring {

    /** The newest supported response format: the one that the newest SDKs request, so that they get no warning. */
    private static final String API_VERSION = "2.0.0";

    @Produces
    @Singleton
    RestSettings settings(GatehouseConfig config) {
        return new RestSettings(
                config.hostnames().orElse(Set.of()),
                config.trustedProxyHeaders(),
                config.rateLimits().enabled(),
                config.rateLimits().jwt(),
                new RedirectUrl(config.magicUrl()),
                config.defaultLocale(),
                API_VERSION);
    }
}
