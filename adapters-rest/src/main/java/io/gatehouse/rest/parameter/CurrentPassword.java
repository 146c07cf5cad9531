package io.gatehouse.rest.parameter;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PlainPassword;

/** The password sent as the current one: only compared, so it may be shorter than new passwords. */
public record CurrentPassword(PlainPassword value) {

    /** @throws RefusedException with {@code InvalidArgument} */
    public static CurrentPassword parse(String name, String input) {
        return new CurrentPassword(PlainPassword.parseForComparison(name, input));
    }
}
