package io.gatehouse.rest.gate;

import io.gatehouse.rest.request.Accept;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What came in, before anybody made sense of it.
 *
 * @param id correlates log lines, events and the answer
 * @param accept the header of that name, which the framework does not get to see
 * @param query what follows the question mark; null if nothing does
 * @param body not touched unless the method has one
 * @param secure whether the client came over https, be it to a proxy in front of us
 * @param host as the client addressed us, lower case, without the port
 * @param peer the address at the other end of the connection
 */
record RawRequest(
        String id,
        String method,
        MultiMap headers,
        Accept accept,
        @Nullable String query,
        Supplier<InputStream> body,
        boolean secure,
        String host,
        String peer) {

    static RawRequest of(HttpServerRequest http, String id, Accept accept, Supplier<InputStream> body) {
        var peer = http.remoteAddress();
        return new RawRequest(
                id,
                http.method().name(),
                http.headers(),
                accept,
                http.query(),
                body,
                "https".equals(Forwarded.scheme(http)),
                Forwarded.host(http),
                peer == null || peer.hostAddress() == null ? "" : peer.hostAddress());
    }

    /** Null if it is absent or empty. */
    @Nullable
    String header(String name) {
        var value = headers.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
