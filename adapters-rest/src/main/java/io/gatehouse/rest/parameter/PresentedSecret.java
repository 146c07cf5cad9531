package io.gatehouse.rest.parameter;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.TextRules;

/** Parses secrets that were sent to a user and are presented by a client. */
public final class PresentedSecret {

    /** Characters, as the API documents. */
    private static final int MAX_LENGTH = 256;

    private PresentedSecret() {}

    /** @throws RefusedException with {@code InvalidArgument} */
    public static Secret parse(String name, String input) {
        return new Secret(TextRules.parse(name, input, MAX_LENGTH));
    }
}
