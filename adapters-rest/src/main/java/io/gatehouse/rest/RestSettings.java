package io.gatehouse.rest;

import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.rest.request.ResponseFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Settings of the HTTP adapter.
 *
 * @param hostnames the hosts of the service itself; web pages there may call the API of every project
 * @param rateLimits whether rate limits are enforced
 * @param jwtLimit how many JWTs a user may create per minute; 0 for no limit
 * @param magicUrl the redirect URL of magic links for which the app gives none
 * @param defaultLocale the locale of requests that name none, or an unsupported one
 * @param version the version of the API, such as {@code 2.0.0}
 */
public record RestSettings(
        Set<String> hostnames,
        boolean rateLimits,
        int jwtLimit,
        RedirectUrl magicUrl,
        Locale defaultLocale,
        String version) {

    public RestSettings {
        hostnames = Set.copyOf(hostnames);
        if (ResponseFormat.parse(version).isEmpty()) {
            throw new IllegalArgumentException("not a version: " + version);
        }
    }
}
