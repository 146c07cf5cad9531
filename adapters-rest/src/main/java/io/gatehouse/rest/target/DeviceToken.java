package io.gatehouse.rest.target;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import io.gatehouse.domain.target.TargetEvent.Identifier;

/** The token by which a push provider identifies a device. Only the provider can verify it. */
final class DeviceToken {

    /** Characters, as the API documents. */
    private static final int MAX_LENGTH = 255;

    private DeviceToken() {}

    /** @throws RefusedException with {@code InvalidArgument} */
    static Identifier parse(String name, String input) {
        return new Identifier(TextRules.parse(name, input, MAX_LENGTH));
    }
}
