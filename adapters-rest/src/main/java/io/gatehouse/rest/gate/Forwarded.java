package io.gatehouse.rest.gate;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the client addressed us, as the proxies in front of us tell, or else the connection. */
final class Forwarded {

    private Forwarded() {}

    static @Nullable String scheme(HttpServerRequest http) {
        var told = first(http, "X-Forwarded-Proto");
        return told == null ? http.scheme() : told;
    }

    /** Lower case, without the port; empty if nobody tells. */
    static String host(HttpServerRequest http) {
        var told = first(http, "X-Forwarded-Host");
        var authority = told == null ? http.authority() : HostAndPort.parseAuthority(told, -1);
        return authority == null ? "" : authority.host().toLowerCase(Locale.ROOT);
    }

    /** Each proxy appends, so the client's own words come first. */
    private static @Nullable String first(HttpServerRequest http, String header) {
        var value = http.getHeader(header);
        return value == null || value.isBlank()
                ? null
                : value.split(",", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
