package io.gatehouse.bootstrap.config;

import static java.util.stream.Collectors.joining;

import io.smallrye.config.NameIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A known setting.
 *
 * @param path the parts of its name, which dots separate
 * @param values the allowed values or, for a list, elements
 */
public record Setting(List<Part> path, KnownNames values) {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final char ESCAPED_DOT = '\0';

    /**
     * A part of a setting's name.
     *
     * @param text an asterisk for a map key; ends with {@code [*]} for an element of a list
     * @param keys the allowed map keys
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

        /** @return the written part or, if it is an unknown map key, the nearest known one */
        String corrected(String written) {
            return isKey() && !keys.include(written)
                    ? Spelling.nearest(keys.list().stream(), written).text()
                    : written;
        }

        Stream<Part> splitAtHyphens() {
            return Stream.of(text.split("-")).map(segment -> new Part(segment, keys));
        }
    }

    /** @return the name with an asterisk for each map key and list index */
    public String name() {
        return path.stream().map(Part::text).collect(joining("."));
    }

    /** @param written the parts of a name, as written in the configuration */
    boolean matches(List<String> written) {
        return written.size() == path.size()
                && IntStream.range(0, path.size()).allMatch(i -> path.get(i).matches(written.get(i)));
    }

    /** @return the setting with a dot for each hyphen, because environment variables do not distinguish them */
    Setting dotted() {
        return new Setting(path.stream().flatMap(Part::splitAtHyphens).toList(), values);
    }

    /** @return the name of the setting, with map keys as written or, if they are unknown, the nearest known ones */
    Spelling nearest(String written) {
        var text = withKnownKeys(asWritten(written));
        return new Spelling(text, Spelling.of(text, written).edits());
    }

    /** A quoted map key is one part, even if it contains dots. */
    private String asWritten(String written) {
        var escaped = QUOTED.matcher(written).replaceAll(key -> key.group().replace('.', ESCAPED_DOT));
        return Spelling.of(name(), escaped).text().replace(ESCAPED_DOT, '.');
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

    /** @param name of a property; quotes around map keys are removed */
    static List<String> parts(String name) {
        var parts = new ArrayList<String>();
        for (var rest = new NameIterator(name); rest.hasNext(); rest.next()) {
            parts.add(rest.getNextSegment());
        }
        return parts;
    }
}
