package io.gatehouse.domain.account;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.nio.charset.StandardCharsets;

/** A password in clear. Exists only during its request; never stored or logged. */
public record PlainPassword(String value) {

    /** Bytes of UTF-8: bounds the cost of hashing, whatever the script. */
    private static final int SHORTEST = 8;

    private static final int MAX_LENGTH = 256;

    /** @throws RefusedException with {@code InvalidArgument} */
    public static PlainPassword parse(String name, String input) {
        var password = new PlainPassword(TextRules.requireStorable(name, input));
        if (password.bytes() < SHORTEST || password.bytes() > MAX_LENGTH) {
            throw TextRules.invalid(name, "must be between " + SHORTEST + " and " + MAX_LENGTH + " bytes long");
        }
        return password;
    }

    /**
     * Parses a password that is only compared. It may be shorter than any valid password: then it does not match.
     *
     * @param input at most 256 characters
     * @throws RefusedException with {@code InvalidArgument}
     */
    public static PlainPassword parseForComparison(String name, String input) {
        return new PlainPassword(TextRules.parse(name, input, MAX_LENGTH));
    }

    /** Length in bytes of UTF-8. */
    int bytes() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return "PlainPassword[hidden]";
    }
}
