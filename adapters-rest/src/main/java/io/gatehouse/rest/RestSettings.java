package io.gatehouse.rest;

import io.gatehouse.application.token.RedirectUrl;
import io.gatehouse.rest.request.ResponseFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What this adapter wants to know about its installation.
 *
 * @param hostnames of the service itself; web pages from there may talk to every project
 * @param trustedProxyHeaders where proxies write the client's address, the most trusted first
 * @param rateLimits whether requests are counted
 * @param jwtLimit how many JWTs a user may have per hour; 0 for any number
 * @param magicUrl where magic links lead unless the app says otherwise
 * @param defaultLocale of those who ask for none
 * @param version what the API calls itself, such as {@code 2.0.0}
 */
public record RestSettings(
        Set<String> hostnames,
        List<String> trustedProxyHeaders,
        boolean rateLimits,
        int jwtLimit,
        RedirectUrl magicUrl,
        Locale defaultLocale,
        String version) {

    public RestSettings {
        hostnames = Set.copyOf(hostnames);
        trustedProxyHeaders = List.copyOf(trustedProxyHeaders);
        if (ResponseFormat.parse(version).isEmpty()) {
            throw new IllegalArgumentException("not a version: " + version);
        }
    }
}
