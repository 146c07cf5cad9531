package io.gatehouse.domain;

import java.time.Duration;

/** Every way we say no. */
public sealed interface Refusal {

    /**
     * @param name the parameter as the caller spelled it
     * @param rule what it has to be, as the end of a sentence: "must be …"
     */
    record InvalidArgument(String name, String rule) implements Refusal {}

    /** A list query that is well-formed as text but cannot be understood. */
    record InvalidQuery(String query) implements Refusal {}

    record InvalidCredentials() implements Refusal {}

    record UserAlreadyExists() implements Refusal {}

    record UserIsBlocked() implements Refusal {}

    record UserNotFound() implements Refusal {}

    record SessionAlreadyExists() implements Refusal {}

    record SessionNotFound() implements Refusal {}

    record TargetAlreadyExists() implements Refusal {}

    record ProjectNotFound() implements Refusal {}

    /** A key counts only together with a project named in the header. */
    record ProjectIdMissing() implements Refusal {}

    record KeyIsUnknown() implements Refusal {}

    record KeyHasExpired() implements Refusal {}

    /** @param host as the browser named it */
    record UnknownOrigin(String host) implements Refusal {}

    /** The account service is off in this project. */
    record ServiceIsOff() implements Refusal {}

    /** The REST interface is off in this project. */
    record RestIsOff() implements Refusal {}

    /**
     * @param who an e-mail, or {@code User} for those without one
     * @param role {@code guests}, {@code users} or {@code applications}
     */
    record ScopeMissing(String who, String role, String scope) implements Refusal {}

    record AuthMethodIsOff(String method) implements Refusal {}

    record RateLimitExceeded() implements Refusal {}

    record RouteNotFound() implements Refusal {}

    /** @param limit bytes */
    record BodyTooLarge(long limit) implements Refusal {}

    /**
     * Nobody's fault: too much to do right now.
     *
     * @param retryAfter when it is worth asking again
     */
    record Overloaded(Duration retryAfter) implements Refusal {}
}
