package io.gatehouse.rest.request;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.stream.Stream;

/** Permissions that endpoints require. API keys list theirs by the same names. */
public enum Scope {

    /** Reading and changing the account of the caller. */
    ACCOUNT("account"),

    /** Managing push targets. */
    TARGETS_WRITE("targets.write"),

    /** Sign-up, sign-in and password recovery. */
    SESSIONS_WRITE("sessions.write"),

    /** Redeeming tokens that were sent to users. Guests and users always have it. */
    PUBLIC("public"),

    /** Reading public data, from any origin. */
    ANYONE(""),

    /** For unknown routes, which every caller may reach. */
    NONE("");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    public String value() {
        return value;
    }

    /** @return every scope that an API key may be given, in the API's spelling; some have no effect */
    public static Set<String> names() {
        return Stream.concat(Stream.of(values()).map(Scope::value), ForeignScopes.NAMES.stream())
                .filter(not(String::isEmpty))
                .collect(toUnmodifiableSet());
    }
}
