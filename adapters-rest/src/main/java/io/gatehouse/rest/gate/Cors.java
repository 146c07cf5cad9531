package io.gatehouse.rest.gate;

import io.vertx.core.MultiMap;
import java.util.Locale;

/** Cross-origin resource sharing: the headers by which browsers decide what pages may send and read. */
final class Cors {

    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";

    private static final String REQUEST_HEADERS = String.join(
            ", ",
            "Accept",
            "Origin",
            "Cookie",
            "Set-Cookie",
            "Content-Type",
            "Content-Range",
            "X-Appwrite-Project",
            "X-Appwrite-Key",
            "X-Appwrite-Dev-Key",
            "X-Appwrite-Locale",
            "X-Appwrite-Mode",
            "X-Appwrite-JWT",
            "X-Appwrite-Organization",
            "X-Appwrite-Response-Format",
            "X-Appwrite-Timeout",
            "X-Appwrite-ID",
            "X-Appwrite-Timestamp",
            "X-Appwrite-Session",
            "X-Appwrite-Platform",
            "X-Appwrite-Impersonate-User-Id",
            "X-Appwrite-Impersonate-User-Email",
            "X-Appwrite-Impersonate-User-Phone",
            "X-SDK-Version",
            "X-SDK-Name",
            "X-SDK-Language",
            "X-SDK-Platform",
            "X-SDK-GraphQL",
            "X-SDK-Profile",
            "Range",
            "Cache-Control",
            "Expires",
            "Pragma",
            "X-Fallback-Cookies",
            "X-Requested-With",
            "X-Forwarded-For",
            "X-Forwarded-User-Agent");

    private static final String RESPONSE_HEADERS =
            "X-Appwrite-Session, X-Fallback-Cookies, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset";

    private Cors() {}

    /** The headers that are the same for all origins, among them the one that says that there are others. */
    static void allow(MultiMap responseHeaders) {
        responseHeaders.set("Access-Control-Allow-Methods", METHODS);
        responseHeaders.set("Access-Control-Allow-Headers", REQUEST_HEADERS);
        responseHeaders.set("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        responseHeaders.set("Access-Control-Allow-Credentials", "true");
        responseHeaders.set("Access-Control-Max-Age", "86400");
        responseHeaders.set("Vary", "Origin");
    }

    /** Lets pages of this origin read the response. */
    static void allowOrigin(String origin, MultiMap responseHeaders) {
        responseHeaders.set("Access-Control-Allow-Origin", origin.toLowerCase(Locale.ROOT));
    }
}
