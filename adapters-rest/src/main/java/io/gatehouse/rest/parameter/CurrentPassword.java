package io.gatehouse.rest.parameter;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.PlainPassword;

/** What somebody takes to be their present password: to be compared, and therefore of any length up to the longest. */
public record CurrentPassword(PlainPassword value) {

    /** @throws RefusedException with {@code InvalidArgument} */
    public static CurrentPassword parse(String name, String typed) {
        return new CurrentPassword(PlainPassword.parseForComparison(name, typed));
    }
}
