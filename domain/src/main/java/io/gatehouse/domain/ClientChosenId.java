package io.gatehouse.domain;

import java.util.regex.Pattern;

/** The format of IDs that clients choose. */
public final class ClientChosenId {

    /** 1 to 36 of letters, digits, dot, underscore and hyphen; the first is a letter or a digit. */
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,35}");

    private ClientChosenId() {}

    /** @throws RefusedException with {@link Refusal.InvalidArgument} */
    public static String parse(String name, String input) {
        if (!FORMAT.matcher(input).matches()) {
            throw TextRules.invalid(
                    name,
                    "must be 1 to 36 of a-z, A-Z, 0-9, period, hyphen and underscore, and start with none of the last three");
        }
        return input;
    }
}
