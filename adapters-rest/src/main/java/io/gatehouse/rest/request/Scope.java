package io.gatehouse.rest.request;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
import java.util.stream.Stream;

/** What a caller must be allowed to do. API keys name theirs in the same spelling. */
public enum Scope {

    /** Reading and changing oneself. */
    ACCOUNT("account"),

    /** Registering devices that can be pushed to. */
    TARGETS_WRITE("targets.write"),

    /** Signing up, signing in, recovering. */
    SESSIONS_WRITE("sessions.write"),

    /** Redeeming what was sent to somebody. Open to everybody but servers. */
    PUBLIC("public"),

    /** Reading what is no secret, be it from a page we do not know. */
    ANYONE(""),

    /** Learning that there is no such path. */
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
