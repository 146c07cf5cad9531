package io.gatehouse.messaging.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/**
 * The page that magic links open if the app names none: signs in when its button is pressed. The link alone does not,
 * because mail scanners follow links. An app brings its own page; this one shows what it has to do.
 */
public final class MagicLinkPage {

    private static final String PATH = "/auth/magic-url";
    private static final String FILE = "magic-link.html";

    private final String page = page();
    private final SecureRandom random = new SecureRandom();

    public void addTo(Router router) {
        router.get(PATH).handler(this::show);
    }

    private void show(RoutingContext http) {
        var nonce = nonce();
        http.response()
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Type", "text/html; charset=UTF-8")
                .putHeader("Content-Security-Policy", contentSecurityPolicy(nonce))
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(page.replace("{{nonce}}", nonce));
    }

    private static String contentSecurityPolicy(String nonce) {
        return "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce + "'; img-src data:;"
                + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private String nonce() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String page() {
        try (var file = MagicLinkPage.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file, FILE).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
