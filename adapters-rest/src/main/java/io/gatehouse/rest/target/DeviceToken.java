package io.gatehouse.rest.target;

import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import io.gatehouse.domain.target.TargetEvent.Identifier;

/** What a push provider calls a device. Nobody but the provider can tell whether it is right. */
final class DeviceToken {

    /** Characters, as the API documents. */
    private static final int LONGEST = 255;

    private DeviceToken() {}

    /** @throws RefusedException with {@code InvalidArgument} */
    static Identifier parse(String name, String typed) {
        return new Identifier(TextRules.parse(name, typed, LONGEST));
    }
}
