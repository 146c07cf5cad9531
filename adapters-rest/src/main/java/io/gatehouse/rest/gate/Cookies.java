package io.gatehouse.rest.gate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What came in {@code Cookie} headers. */
record Cookies(List<String> headers) {

    /** Whatever the case of the name, for cookies are set in lower case. What is malformed is passed over. */
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
