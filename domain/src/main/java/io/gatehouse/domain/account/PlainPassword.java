package io.gatehouse.domain.account;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.nio.charset.StandardCharsets;

/** A password as typed. Lives as long as its request, and shows itself to nobody. */
public record PlainPassword(String value) {

    /** Bytes of UTF-8, so that a hash costs the same bounded effort whatever the script. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 256;

    /** @throws RefusedException with {@code InvalidArgument} */
    public static PlainPassword parse(String name, String typed) {
        var password = new PlainPassword(TextRules.requireStorable(name, typed));
        if (password.bytes() < SHORTEST || password.bytes() > LONGEST) {
            throw TextRules.invalid(name, "must be between " + SHORTEST + " and " + LONGEST + " bytes long");
        }
        return password;
    }

    /**
     * A password to compare with, which may be too short to have ever been one: then it simply does not match.
     *
     * @param typed at most 256 characters
     * @throws RefusedException with {@code InvalidArgument}
     */
    public static PlainPassword parseForComparison(String name, String typed) {
        return new PlainPassword(TextRules.parse(name, typed, LONGEST));
    }

    /** How long it is in UTF-8. */
    int bytes() {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String toString() {
        return "PlainPassword[hidden]";
    }
}
