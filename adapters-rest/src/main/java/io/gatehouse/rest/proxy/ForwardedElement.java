package io.gatehouse.rest.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one proxy says about its client: an element of {@code Forwarded} (RFC 7239) or of one of the older headers, such
 * as {@code X-Forwarded-For}, which contain addresses only.
 *
 * @param text without surrounding white space
 */
record ForwardedElement(String text) {

    /** The header whose elements are pairs of names and values. */
    static final String STANDARD = "forwarded";

    /** Text up to a comma that is not in a quoted string (RFC 9110, section 5.6.4). An open quote ends with the text. */
    private static final Pattern ELEMENT = Pattern.compile("(?:[^,\"]++|\"(?:[^\"\\\\]++|\\\\.)*+(?:\"|\\\\?$))++");

    private static final Pattern PAIR =
            Pattern.compile("\\s*([\\w!#$%&'*+.^`|~-]+)\\s*=\\s*(\"(?:[^\"\\\\]++|\\\\.)*+\"|[^;\"]*)\\s*(?:;|$)");

    /**
     * @param header the name, in any letter case
     * @param lines the values of a header that may be sent several times; the oldest statement is the first
     */
    static List<ForwardedElement> of(String header, List<String> lines) {
        return lines.stream()
                .flatMap(line -> header.equalsIgnoreCase(STANDARD) ? quotable(line) : plain(line))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(ForwardedElement::new)
                .toList();
    }

    private static Stream<String> quotable(String line) {
        return ELEMENT.matcher(line).results().map(MatchResult::group);
    }

    /** Quotes have no meaning here. Otherwise an open one that a client sends would hide what its proxy appends. */
    private static Stream<String> plain(String line) {
        return Stream.of(line.replace("\"", "").split(","));
    }

    /** @param header in lower case */
    Optional<String> client(String header) {
        return header.equals(STANDARD) ? value("for") : Optional.of(text);
    }

    /** @param name in lower case: {@code for}, {@code host} or {@code proto} */
    Optional<String> value(String name) {
        return pairs().filter(pair -> pair.name().equals(name)).map(Pair::value).findFirst();
    }

    private Stream<Pair> pairs() {
        return PAIR.matcher(text)
                .results()
                .map(found -> new Pair(
                        found.group(1).toLowerCase(Locale.ROOT),
                        unquoted(found.group(2).strip())));
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                : value;
    }

    private record Pair(String name, String value) {}
}
