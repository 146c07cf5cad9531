package io.gatehouse.bootstrap.config;

import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A known name as a correction of a written name.
 *
 * @param edits the Levenshtein distance: characters to insert, delete or replace. Upper and lower case count as equal,
 *     and so do the separators dot, hyphen and underscore
 */
record Spelling(String text, int edits) {

    static final Comparator<Spelling> NEAREST_FIRST = comparingInt(Spelling::edits);

    /** More edits than any name has characters. */
    private static final int IMPOSSIBLE = 1 << 16;

    /** @param known at least one name */
    static Spelling nearest(Stream<String> known, String written) {
        return known.map(name -> of(name, written)).min(NEAREST_FIRST).orElseThrow();
    }

    /**
     * Compares a known name with a written one.
     *
     * @param known with an asterisk for each part between dots that may be any text. The result contains the text
     *     written there, or an asterisk if there is none
     */
    static Spelling of(String known, String written) {
        var row = new Spelling[written.length() + 1];
        for (int length = 0; length <= written.length(); length++) {
            row[length] = new Spelling("", length);
        }
        for (int i = 0; i < known.length(); i++) {
            row = next(row, known.charAt(i), written);
        }
        return row[written.length()];
    }

    /**
     * @param row the known name so far, compared with each prefix of the written name, from the empty one on
     * @param expected the next character of the known name
     */
    private static Spelling[] next(Spelling[] row, char expected, String written) {
        var next = new Spelling[row.length];
        next[0] = row[0].plus(expected, 1);
        for (int length = 1; length < row.length; length++) {
            char actual = written.charAt(length - 1);
            var missing = row[length].plus(expected, expected == '*' ? 0 : 1);
            next[length] = expected == '*'
                    ? nearer(
                            missing,
                            nearer(row[length - 1], next[length - 1]).plus(actual, actual == '.' ? IMPOSSIBLE : 0))
                    : nearer(
                            nearer(missing, next[length - 1].withDeletion()),
                            row[length - 1].plus(expected, areEqual(expected, actual) ? 0 : 1));
        }
        return next;
    }

    private Spelling plus(char character, int further) {
        return new Spelling(text + character, edits + further);
    }

    /** A character of the written name is not in the known name. */
    private Spelling withDeletion() {
        return new Spelling(text, edits + 1);
    }

    private static Spelling nearer(Spelling one, Spelling other) {
        return other.edits < one.edits ? other : one;
    }

    private static boolean areEqual(char one, char other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other) || (isSeparator(one) && isSeparator(other));
    }

    private static boolean isSeparator(char character) {
        return character == '.' || character == '-' || character == '_';
    }
}
