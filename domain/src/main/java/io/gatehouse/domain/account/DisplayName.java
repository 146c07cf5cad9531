package io.gatehouse.domain.account;

import io.gatehouse.domain.PersonalData;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;

/** The display name of a user: 1 to 128 characters. */
public record DisplayName(String value) implements PersonalData {

    private static final int MAX_LENGTH = 128;

    /** @throws RefusedException with {@code InvalidArgument} */
    public static DisplayName parse(String name, String input) {
        return new DisplayName(TextRules.parse(name, input, MAX_LENGTH));
    }
}
