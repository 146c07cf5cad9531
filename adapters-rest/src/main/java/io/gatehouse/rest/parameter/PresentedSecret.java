package io.gatehouse.rest.parameter;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.TextRules;
import io.gatehouse.domain.TypedCode;

/** Parses secrets that were sent to a user and are presented by a client. */
public final class PresentedSecret {

    /** Characters, as the API documents. */
    private static final int MAX_LENGTH = 256;

    private PresentedSecret() {}

    /**
     * Reads the secret of a link, unchanged, or a code however it is typed: this is the only place where codes are
     * normalised.
     *
     * @throws RefusedException with {@code InvalidArgument}
     */
    public static Secret parse(String name, String input) {
        return new Secret(TypedCode.normalise(TextRules.parse(name, input, MAX_LENGTH)));
    }
}
