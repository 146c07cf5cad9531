package io.gatehouse.rest.parameter;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.TextRules;

/** A secret that somebody brings back. */
public final class PresentedSecret {

    /** Characters, as the API documents. */
    private static final int LONGEST = 256;

    private PresentedSecret() {}

    /** @throws RefusedException with {@code InvalidArgument} */
    public static Secret parse(String name, String typed) {
        return new Secret(TextRules.parse(name, typed, LONGEST));
    }
}
