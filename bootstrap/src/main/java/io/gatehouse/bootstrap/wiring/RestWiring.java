package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.bootstrap.config.GatehouseConfig;
import io.gatehouse.bootstrap.config.InvalidConfigurationException;
import io.gatehouse.rest.RestSettings;
import io.gatehouse.rest.proxy.Forwarded;
import io.gatehouse.rest.proxy.TrustedProxies;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Settings of the HTTP adapter. */
public final class RestWiring {

    /** The newest supported response format: the one that the newest SDKs request, so that they get no warning. */
    private static final String API_VERSION = "2.0.0";

    @Produces
    @Singleton
    RestSettings settings(GatehouseConfig config) {
        return new RestSettings(
                config.hostnames().orElse(Set.of()),
                config.rateLimits().enabled(),
                config.rateLimits().jwt(),
                new RedirectUrl(config.magicUrl()),
                config.defaultLocale(),
                API_VERSION);
    }

    /** @throws InvalidConfigurationException if a trusted proxy is neither an address nor a network */
    @Produces
    @Singleton
    public static Forwarded forwarded(GatehouseConfig config) {
        try {
            return new Forwarded(config.trustedProxyHeaders(), TrustedProxies.of(config.trustedProxies()));
        } catch (IllegalArgumentException invalid) {
            throw new InvalidConfigurationException("gatehouse.trusted-proxies: " + invalid.getMessage());
        }
    }
}
