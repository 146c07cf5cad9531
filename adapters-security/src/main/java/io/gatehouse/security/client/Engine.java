package io.gatehouse.security.client;

import io.github.mngsk.devicedetector.client.browser.Browser;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rendering engine of a browser. The detection rules confuse Blink with WebKit and lack most versions, so both are
 * read from the user agent itself.
 */
record Engine(String name, String version) {

    static final Engine NONE = new Engine("", "");

    /** Most specific first, because most engines also claim to be an older one. Chrome uses Blink since version 28. */
    private static final List<Token> TOKENS = List.of(
            new Token("EdgeHTML", "Edge/([\\d.]+)"),
            new Token("Trident", "Trident/([\\d.]+)"),
            new Token("Presto", "Presto/([\\d.]+)"),
            new Token("Blink", "Chrome/((?:2[89]|[3-9]\\d|\\d{3,})\\.[\\d.]+)"),
            new Token("WebKit", "AppleWebKit/([\\d.]+)"),
            new Token("Gecko", "rv:([\\d.]+)\\) Gecko/"));

    static Engine of(String agent, Browser detected) {
        return TOKENS.stream()
                .flatMap(token -> token.in(agent).stream())
                .findFirst()
                .or(() -> detected.getEngine().map(engine -> new Engine(engine.getName(), "")))
                .orElse(NONE);
    }

    private record Token(String engine, Pattern version) {

        Token(String engine, String version) {
            this(engine, Pattern.compile(version));
        }

        Optional<Engine> in(String agent) {
            var found = version.matcher(agent);
            return found.find() ? Optional.of(new Engine(engine, found.group(1))) : Optional.empty();
        }
    }
}
