package io.gatehouse.rest.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookies of a request. */
record Cookies(List<String> headers) {

    /** Ignores the case of names, since cookies are set in lower case, and skips malformed pairs. */
    Optional<String> find(String name) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.length() > name.length() && pair.charAt(name.length()) == '=')
                .filter(pair -> pair.regionMatches(true, 0, name, 0, name.length()))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }
}
