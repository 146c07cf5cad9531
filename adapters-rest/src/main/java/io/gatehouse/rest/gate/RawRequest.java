package io.gatehouse.rest.gate;

import io.gatehouse.domain.IpAddress;
import io.gatehouse.rest.proxy.Forwarded;
import io.gatehouse.rest.request.Accept;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request before it is parsed.
 *
 * @param id the request ID, which correlates log lines, events and the response
 * @param accept the {@code Accept} header, which is hidden from the framework
 * @param query the query string without the question mark; null if there is none
 * @param body read only if the method may have one
 * @param secure whether the client used HTTPS, to this server or to a proxy in front of it
 * @param host as sent by the client, lower case, without the port
 * @param client the IP address of the client, which may be behind proxies; empty if unknown
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
        IpAddress client) {

    static RawRequest of(
            HttpServerRequest http, String id, Accept accept, Supplier<InputStream> body, Forwarded forwarded) {
        var peer = http.remoteAddress();
        return new RawRequest(
                id,
                http.method().name(),
                http.headers(),
                accept,
                http.query(),
                body,
                "https".equals(forwarded.scheme(http)),
                forwarded.host(http),
                forwarded.client(http.headers(), peer == null || peer.hostAddress() == null ? "" : peer.hostAddress()));
    }

    /** Null if it is absent or empty. */
    @Nullable
    String header(String name) {
        var value = headers.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
