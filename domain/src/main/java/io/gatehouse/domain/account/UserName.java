package io.gatehouse.domain.account;

import io.gatehouse.domain.PersonalData;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;

/** The display name of a user: 1 to 128 characters. */
public record UserName(String value) implements PersonalData {

    private static final int LONGEST = 128;

    /** @throws RefusedException with {@code InvalidArgument} */
    public static UserName parse(String name, String input) {
        return new UserName(TextRules.parse(name, input, LONGEST));
    }
}
