package io.gatehouse.rest.gate;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Scheme and host as the client sent them: from the headers of proxies, otherwise from the request itself. */
final class Forwarded {

    private Forwarded() {}

    static @Nullable String scheme(HttpServerRequest http) {
        var forwarded = first(http, "X-Forwarded-Proto");
        return forwarded == null ? http.scheme() : forwarded;
    }

    /** Lower case, without the port; empty if unknown. */
    static String host(HttpServerRequest http) {
        var forwarded = first(http, "X-Forwarded-Host");
        var authority = forwarded == null ? http.authority() : HostAndPort.parseAuthority(forwarded, -1);
        return authority == null ? "" : authority.host().toLowerCase(Locale.ROOT);
    }

    /** The first entry: proxies append theirs, so it is the client's. */
    private static @Nullable String first(HttpServerRequest http, String header) {
        var value = http.getHeader(header);
        return value == null || value.isBlank()
                ? null
                : value.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
