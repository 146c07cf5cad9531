package io.gatehouse.domain.account;

import io.gatehouse.domain.PersonalData;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.nio.charset.StandardCharsets;

/** Preferences that an app stores with its user: the text of one JSON object, returned unchanged. */
public record Preferences(String value) implements PersonalData {

    public static final Preferences NONE = new Preferences("{}");

    /** Bytes of UTF-8: the API's limit for preferences. */
    private static final int LARGEST = 65_535;

    /**
     * @param object the text of a JSON object; the caller has checked that it is one
     * @throws RefusedException with {@code InvalidArgument} if it is too large
     */
    public static Preferences parse(String name, String object) {
        if (object.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw TextRules.invalid(name, "must be a JSON object of at most " + LARGEST + " bytes");
        }
        return new Preferences(object);
    }
}
