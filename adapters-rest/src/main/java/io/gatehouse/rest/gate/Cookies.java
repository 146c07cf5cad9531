package io.gatehouse.rest.gate;

import java.util.List;
import java.util.stream.Stream;

/** The cookies of a request. */
record Cookies(List<String> headers) {

    /**
     * The values of all cookies of this name, without quotes, in the order in which they were sent. Ignores the case of
     * names, since cookies are set in lower case, and skips malformed pairs.
     */
    Stream<String> all(String name) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.length() > name.length() && pair.charAt(name.length()) == '=')
                .filter(pair -> pair.regionMatches(true, 0, name, 0, name.length()))
                .map(pair -> unquoted(pair.substring(name.length() + 1)));
    }

    /** A value may be quoted (RFC 6265, section 4.1.1). */
    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
