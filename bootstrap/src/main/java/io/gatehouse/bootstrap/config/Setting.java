package io.gatehouse.bootstrap.config;

import static java.util.stream.Collectors.joining;

import io.smallrye.config.NameIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A setting that exists.
 *
 * @param path the parts of its name, between dots
 * @param values what its value may be, or the elements of a list
 */
public record Setting(List<Part> path, KnownNames values) {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final char SHIELDED_DOT = '\0';

    /**
     * @param text an asterisk for a map key; a list's index is written {@code [*]}
     * @param keys what the map key may be
     */
    record Part(String text, KnownNames keys) {

        static Part of(String text) {
            return new Part(text, KnownNames.ANY);
        }

        static Part key(KnownNames keys) {
            return new Part("*", keys);
        }

        boolean isKey() {
            return text.equals("*");
        }

        boolean matches(String written) {
            return isKey() ? keys.include(written) : text.equals(written) || isElement(written);
        }

        private boolean isElement(String written) {
            return text.endsWith("[*]") && text.equals(written.replaceFirst("\\[\\d+]$", "[*]"));
        }

        /** @return what should have been written: the nearest key if it is unknown */
        String corrected(String written) {
            return isKey() && !keys.include(written)
                    ? Spelling.nearest(keys.list().stream(), written).text()
                    : written;
        }

        Stream<Part> splitAtHyphens() {
            return Stream.of(text.split("-")).map(word -> new Part(word, keys));
        }
    }

    /** With an asterisk for each map key and index. */
    public String name() {
        return path.stream().map(Part::text).collect(joining("."));
    }

    /** @param written the parts of a name */
    boolean matches(List<String> written) {
        return written.size() == path.size()
                && IntStream.range(0, path.size()).allMatch(i -> path.get(i).matches(written.get(i)));
    }

    /** @return itself, with dots in place of hyphens, which the names of environment variables do not tell apart */
    Setting dotted() {
        return new Setting(path.stream().flatMap(Part::splitAtHyphens).toList(), values);
    }

    /** @return its name, with map keys as they were written or, if these are unknown, the nearest ones */
    Spelling nearest(String written) {
        var text = withKnownKeys(asWritten(written));
        return new Spelling(text, Spelling.of(text, written).edits());
    }

    /** A quoted map key is one part, whatever dots it has. */
    private String asWritten(String written) {
        var shielded = QUOTED.matcher(written).replaceAll(key -> key.group().replace('.', SHIELDED_DOT));
        return Spelling.of(name(), shielded).text().replace(SHIELDED_DOT, '.');
    }

    private String withKnownKeys(String name) {
        var written = parts(name);
        return written.size() == path.size()
                ? IntStream.range(0, path.size())
                        .mapToObj(i -> quoted(path.get(i).corrected(written.get(i))))
                        .collect(joining("."))
                : name;
    }

    private static String quoted(String part) {
        return part.contains(".") ? '"' + part + '"' : part;
    }

    /** @param name of a property; map keys may be quoted, and are not in the result */
    static List<String> parts(String name) {
        var parts = new ArrayList<String>();
        for (var rest = new NameIterator(name); rest.hasNext(); rest.next()) {
            parts.add(rest.getNextSegment());
        }
        return parts;
    }
}
