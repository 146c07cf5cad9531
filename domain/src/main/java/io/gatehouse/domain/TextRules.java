package io.gatehouse.domain;

import io.gatehouse.domain.Refusal.InvalidArgument;

/** Rules that every typed text obeys, whatever it means. */
public final class TextRules {

    private TextRules() {}

    /**
     * @param longest in Unicode characters, not in UTF-16 units
     * @throws RefusedException with {@link InvalidArgument} if it is empty, too long or cannot be stored
     */
    public static String parse(String name, String typed, int longest) {
        var length = requireStorable(name, typed).codePointCount(0, typed.length());
        if (length == 0 || length > longest) {
            throw invalid(name, "must be a text of 1 to " + longest + " characters");
        }
        return typed;
    }

    /** Neither the null character nor half a surrogate pair: databases and UTF-8 have no place for them. */
    public static String requireStorable(String name, String typed) {
        if (typed.codePoints()
                .anyMatch(c -> c == 0 || (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE))) {
            throw invalid(name, "must be well-formed Unicode without null characters");
        }
        return typed;
    }

    public static RefusedException invalid(String name, String rule) {
        return new RefusedException(new InvalidArgument(name, rule));
    }
}
