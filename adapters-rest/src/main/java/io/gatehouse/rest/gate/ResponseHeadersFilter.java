package io.gatehouse.rest.gate;

import io.gatehouse.rest.proxy.Forwarded;
import io.gatehouse.rest.request.Accept;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Vert.x filter before routing: adds common headers, answers preflight requests and hides {@code Accept}. */
@Singleton
final class ResponseHeadersFilter {

    static final String REQUEST_ID = "X-Request-Id";

    /** The routing context key of the hidden {@code Accept} header. */
    static final String ACCEPT = Accept.class.getName();

    private static final Pattern API_PATHS = Pattern.compile("/v1(?:/.*)?|/\\.well-known/jwks\\.json/?");
    private static final Pattern VALID_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Filters of higher priority run first. */
    static final int PRIORITY = 1_000;

    private static final int NO_CONTENT = 204;

    /** Bytes; larger responses are compressed, as in the API. */
    private static final int COMPRESSION_THRESHOLD = 1_024;

    private final Forwarded forwarded;

    ResponseHeadersFilter(Forwarded forwarded) {
        this.forwarded = forwarded;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext http) {
        if (!API_PATHS.matcher(http.normalizedPath()).matches()) {
            http.next();
            return;
        }
        addHeaders(http);
        if (http.request().method().equals(HttpMethod.OPTIONS)) {
            preflight(http);
            return;
        }
        hideAccept(http);
        http.next();
    }

    /** Without {@code Accept} the framework never answers 406. */
    private static void hideAccept(RoutingContext http) {
        var headers = http.request().headers();
        var accept = headers.getAll(HttpHeaders.ACCEPT);
        http.put(ACCEPT, new Accept(accept.isEmpty() ? null : String.join(",", accept)));
        headers.remove(HttpHeaders.ACCEPT);
    }

    private void addHeaders(RoutingContext http) {
        var arrived = System.nanoTime();
        var headers = http.response().headers();
        headers.set(REQUEST_ID, requestId(http.request().getHeader(REQUEST_ID)));
        headers.set("Server", "Appwrite");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Debug-Fallback", "false");
        if ("https".equals(forwarded.scheme(http.request()))) {
            headers.set("Strict-Transport-Security", "max-age=10886400");
        }
        Cors.allow(headers);
        http.addHeadersEndHandler(_ -> finishHeaders(http.response(), arrived));
    }

    private static void finishHeaders(HttpServerResponse answer, long arrived) {
        var headers = answer.headers();
        headers.set("X-Debug-Speed", secondsSince(arrived));
        if (!headers.contains("Cache-Control")) {
            // Most responses contain personal data, and some a secret (RFC 9111, section 5.2.2.5).
            headers.set("Cache-Control", "no-store");
        }
        if (answer.getStatusCode() != NO_CONTENT && !isImage(headers)) {
            headers.set("Content-Type", "application/json; charset=UTF-8");
        }
        if (lengthOf(headers) > COMPRESSION_THRESHOLD) {
            // The server compresses if the client accepts that, unless Content-Encoding forbids it.
            headers.remove("Content-Encoding");
        }
    }

    private static boolean isImage(MultiMap headers) {
        var type = headers.get("Content-Type");
        return type != null && type.startsWith("image/");
    }

    private static int lengthOf(MultiMap headers) {
        var length = headers.get("Content-Length");
        return length == null ? 0 : Integer.parseInt(length);
    }

    /** The project of a preflight is unknown, so every origin is allowed; the actual request is checked. */
    private static void preflight(RoutingContext http) {
        var origin = http.request().getHeader("Origin");
        if (origin != null) {
            Cors.allowOrigin(origin, http.response().headers());
        }
        http.response().setStatusCode(204).end();
    }

    private static String requestId(@Nullable String proposed) {
        if (proposed != null && VALID_ID.matcher(proposed).matches()) {
            return proposed;
        }
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    private static String secondsSince(long nanos) {
        return BigDecimal.valueOf(System.nanoTime() - nanos, 9).toPlainString();
    }
}
