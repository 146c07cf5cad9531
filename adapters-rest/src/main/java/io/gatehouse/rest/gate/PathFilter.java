package io.gatehouse.rest.gate;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x filter, the first of all: a path that two readers could read differently leads to the unknown route. So the
 * gate, the router and a proxy in front of the service agree about the endpoint of every request.
 */
@Singleton
final class PathFilter {

    private static final String UNKNOWN = "/v1/unknown";

    /** Filters of higher priority run first. */
    private static final int PRIORITY = 2 * ResponseHeadersFilter.PRIORITY;

    /**
     * Matrix parameters and backslashes, percent signs that encode nothing, encoded separators (RFC 3986, sections
     * 2.1 and 3.3), and the segments {@code .} and {@code ..}, encoded or not.
     */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "[;\\\\]|%(?![0-9a-f]{2})|%(?:2f|3b|5c)|/(?:\\.|%2e){1,2}(?:/|$)", Pattern.CASE_INSENSITIVE);

    void register(@Observes Filters filters) {
        filters.register(PathFilter::handle, PRIORITY);
    }

    private static void handle(RoutingContext http) {
        if (isAmbiguous(http.request().path())) {
            http.reroute(UNKNOWN);
        } else {
            http.next();
        }
    }

    /** @param path null if the request line has none */
    static boolean isAmbiguous(@Nullable String path) {
        return path == null || AMBIGUOUS.matcher(path).find();
    }
}
