package io.gatehouse.domain.account;

import io.gatehouse.domain.Personal;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Text;

/** What a user wants to be called: 1 to 128 characters. */
public record UserName(String value) implements Personal {

    private static final int LONGEST = 128;

    /** @throws RefusedException with {@code InvalidArgument} */
    public static UserName parse(String name, String typed) {
        return new UserName(Text.parse(name, typed, LONGEST));
    }
}
