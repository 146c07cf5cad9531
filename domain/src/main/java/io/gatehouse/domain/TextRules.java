package io.gatehouse.domain;

import io.gatehouse.domain.Refusal.InvalidArgument;

/** Rules for all text that clients send, whatever its meaning. */
public final class TextRules {

    private TextRules() {}

    /**
     * @param longest maximum length in Unicode characters, not in UTF-16 units
     * @throws RefusedException with {@link InvalidArgument} if it is empty, too long or cannot be stored
     */
    public static String parse(String name, String input, int longest) {
        var length = requireStorable(name, input).codePointCount(0, input.length());
        if (length == 0 || length > longest) {
            throw invalid(name, "must be a text of 1 to " + longest + " characters");
        }
        return input;
    }

    /**
     * Refuses null characters and unpaired surrogates, which PostgreSQL and UTF-8, respectively, cannot represent.
     *
     * @throws RefusedException with {@link InvalidArgument}
     */
    public static String requireStorable(String name, String input) {
        if (input.codePoints()
                .anyMatch(c -> c == 0 || (Character.MIN_SURROGATE <= c && c <= Character.MAX_SURROGATE))) {
            throw invalid(name, "must be well-formed Unicode without null characters");
        }
        return input;
    }

    public static RefusedException invalid(String name, String rule) {
        return new RefusedException(new InvalidArgument(name, rule));
    }
}
