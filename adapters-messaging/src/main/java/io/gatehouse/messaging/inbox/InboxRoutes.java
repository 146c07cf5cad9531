package io.gatehouse.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Serves the inbox: {@code /inbox} as a page, {@code /inbox.json} for scripts and tests. */
public final class InboxRoutes {

    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Headers that proxies add (RFC 7239, RFC 9110 §7.6.3, and non-standard ones). */
    private static final Set<String> PROXY_HEADERS =
            Set.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

    /** RFC 9110 §15.5.20: the request is for another host. */
    private static final int MISDIRECTED = 421;

    private static final int NOT_MODIFIED = 304;
    private static final int BAD_REQUEST = 400;

    /** Not noticed by a person or a script that waits. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private static final String PAGE = "inbox.html";

    private final Inbox inbox;
    private final Set<String> hostnames;
    private final String page = page();
    private final SecureRandom random = new SecureRandom();

    /** @param hostnames under which the inbox is served to other machines as well */
    public InboxRoutes(Inbox inbox, Set<String> hostnames) {
        this.inbox = inbox;
        this.hostnames = Set.copyOf(hostnames);
    }

    public void addTo(Router router) {
        router.route("/inbox*").handler(this::guard);
        router.get("/inbox").handler(this::show);
        router.delete("/inbox").handler(this::clear);
        router.get("/inbox.json").handler(this::list);
    }

    /** Prevents DNS rebinding, by which a page of another origin could read the inbox: only known hosts are served. */
    private void guard(RoutingContext http) {
        http.response()
                .putHeader("Cache-Control", "no-store")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff");
        if (isAllowed(http.request())) {
            http.next();
        } else {
            http.response().setStatusCode(MISDIRECTED).end();
        }
    }

    /** Loopback hosts are accepted from this machine only; other machines have to use a configured host name. */
    private boolean isAllowed(HttpServerRequest request) {
        var authority = request.authority();
        if (authority == null) {
            return false;
        }
        return hostnames.contains(authority.host())
                || (LOOPBACK_HOSTS.contains(authority.host())
                        && isFromLoopback(request.remoteAddress())
                        && !isForwarded(request));
    }

    /** A proxy on this machine forwards requests of other machines. */
    private static boolean isForwarded(HttpServerRequest request) {
        return PROXY_HEADERS.stream().anyMatch(request.headers()::contains);
    }

    private static boolean isFromLoopback(SocketAddress client) {
        return InetAddress.ofLiteral(client.hostAddress()).isLoopbackAddress();
    }

    private void show(RoutingContext http) {
        var nonce = nonce();
        http.response()
                .putHeader("Content-Type", "text/html; charset=UTF-8")
                .putHeader("Content-Security-Policy", contentSecurityPolicy(nonce))
                .end(page.replace("{{nonce}}", nonce));
    }

    private void clear(RoutingContext http) {
        inbox.clear();
        http.response().setStatusCode(204).end();
    }

    private void list(RoutingContext http) {
        InboxQuery.of(http.queryParams())
                .ifPresentOrElse(
                        query -> answer(
                                http, query, System.nanoTime() + query.longest().toNanos()),
                        () -> refuse(http));
    }

    private static void refuse(RoutingContext http) {
        http.response()
                .setStatusCode(BAD_REQUEST)
                .putHeader("Content-Type", "application/json; charset=UTF-8")
                .end("{\"message\":\"Invalid `wait` param: it must be a number of seconds from 0 to 60.\"}");
    }

    /** Looks again until there is a message or the time is over, and occupies no thread in between. */
    private void answer(RoutingContext http, InboxQuery query, long deadline) {
        var messages = inbox.messages().stream().filter(query::includes).toList();
        if (messages.isEmpty()
                && System.nanoTime() < deadline
                && !http.response().closed()) {
            http.vertx().setTimer(LOOK_EVERY.toMillis(), _ -> answer(http, query, deadline));
        } else {
            answer(http, messages);
        }
    }

    private static void answer(RoutingContext http, List<InboxMessage> messages) {
        var tag = etag(messages);
        http.response().putHeader("ETag", tag).putHeader("Content-Type", "application/json; charset=UTF-8");
        if (tag.equals(http.request().getHeader("If-None-Match"))) {
            http.response().setStatusCode(NOT_MODIFIED).end();
        } else {
            http.response().end(InboxJson.of(messages));
        }
    }

    /** Messages are added at one end of the list and dropped at the other, so number and newest ID identify it. */
    private static String etag(List<InboxMessage> messages) {
        return messages.isEmpty()
                ? "\"0\""
                : String.format(
                        Locale.ROOT,
                        "\"%d-%s\"",
                        messages.size(),
                        messages.getFirst().id());
    }

    /** Allows the styles of mails, but no scripts, and no remote images, which would notify the sender. */
    private static String contentSecurityPolicy(String nonce) {
        return "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'unsafe-inline'; img-src data:;"
                + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private String nonce() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String page() {
        try (var file = InboxRoutes.class.getResourceAsStream(PAGE)) {
            return new String(Objects.requireNonNull(file, PAGE).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
