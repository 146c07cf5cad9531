package io.gatehouse.domain.session;

import java.util.stream.Stream;

/** The factors that a session can have proven. Sessions and events store {@link #value()}, which is never changed. */
public enum AuthenticationFactor {
    PASSWORD("password"),

    /** No proof of identity: the account was created together with the session. */
    ANONYMOUS("anonymous"),

    /** Access to the e-mail address, proven by a code or a link. */
    EMAIL("email"),

    /** Access to the phone number, proven by a code. */
    PHONE("phone"),

    /** A code of an authenticator app. */
    TOTP("totp"),

    RECOVERY_CODE("recoveryCode");

    private final String value;

    AuthenticationFactor(String value) {
        this.value = value;
    }

    /** The name in the API and in the log. */
    public String value() {
        return value;
    }

    /** @throws IllegalArgumentException for a name that no factor has */
    public static AuthenticationFactor of(String value) {
        return Stream.of(values())
                .filter(factor -> factor.value.equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no authentication factor is called " + value));
    }
}
