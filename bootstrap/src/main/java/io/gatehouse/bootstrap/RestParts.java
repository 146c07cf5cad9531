package io.gatehouse.bootstrap;

import io.gatehouse.rest.RestSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** What the interface has to know of the installation. */
final class RestParts {

    /** The version of the API that we speak, as error bodies tell it and response formats compare with it. */
    private static final String API_VERSION = "1.9.6";

    @Produces
    @Singleton
    RestSettings settings(GatehouseConfig config) {
        return new RestSettings(
                config.hostnames().orElse(Set.of()),
                config.trustedProxyHeaders(),
                config.rateLimits().enabled(),
                config.defaultLocale(),
                API_VERSION);
    }
}
