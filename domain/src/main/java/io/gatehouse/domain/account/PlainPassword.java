package io.gatehouse.domain.account;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A password in clear. Exists only during its request; never stored or logged. */
public record PlainPassword(String value) {

    /** Bytes of UTF-8: bounds the cost of hashing, whatever the script. */
    private static final int SHORTEST = 8;

    private static final int MAX_LENGTH = 256;

    /** UTF-16 units: bounds the cost of composing; several times the length of any valid password, decomposed. */
    private static final int MAX_INPUT = 1_024;

    /**
     * Parses a new password. Its length is that of the composed form, which is the one that is hashed.
     *
     * @throws RefusedException with {@code InvalidArgument}
     */
    public static PlainPassword parse(String name, String input) {
        return parse(
                name,
                input,
                input.length() <= MAX_INPUT
                        && new PlainPassword(input).composed().hasValidLength());
    }

    /**
     * Parses a password with which a user signs in or confirms a change. The length as sent is sufficient, too: earlier
     * passwords were measured by it.
     *
     * @throws RefusedException with {@code InvalidArgument}
     */
    public static PlainPassword parseExisting(String name, String input) {
        var valid = input.length() <= MAX_INPUT
                && (new PlainPassword(input).hasValidLength()
                        || new PlainPassword(input).composed().hasValidLength());
        return parse(name, input, valid);
    }

    private static PlainPassword parse(String name, String input, boolean validLength) {
        var password = new PlainPassword(TextRules.requireStorable(name, input));
        if (!validLength) {
            throw TextRules.invalid(name, "must be between " + SHORTEST + " and " + MAX_LENGTH + " bytes long");
        }
        return password;
    }

    /**
     * Parses a password that is only compared. It may be shorter than any valid password: then it does not match.
     *
     * @param input at most 256 characters, as sent or composed
     * @throws RefusedException with {@code InvalidArgument}
     */
    public static PlainPassword parseForComparison(String name, String input) {
        var password = new PlainPassword(input);
        var measured = input.length() <= MAX_INPUT && input.codePointCount(0, input.length()) > MAX_LENGTH
                ? password.composed()
                : password;
        TextRules.parse(name, measured.value(), MAX_LENGTH);
        return password;
    }

    /**
     * The composed form (Unicode NFC), in which passwords are hashed and compared: some systems type {@code é} as one
     * character, others as two.
     */
    public PlainPassword composed() {
        return new PlainPassword(Normalizer.normalize(value, Normalizer.Form.NFC));
    }

    /** Length in bytes of UTF-8, as it is. */
    int bytes() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    private boolean hasValidLength() {
        return SHORTEST <= bytes() && bytes() <= MAX_LENGTH;
    }

    @Override
    public String toString() {
        return "PlainPassword[hidden]";
    }
}
