package io.gatehouse.application.request;

import org.jspecify.annotations.Nullable;

/**
 * Who caused a change. Stored with every event: components and constants are never renamed.
 *
 * @param keyId the API key; null unless the kind is {@link Kind#SERVER} or {@link Kind#OPERATOR}
 * @param keyName the name of that key when the change was made; null under the same condition
 * @param userId the user who impersonates the account's user; null unless the kind is {@link Kind#IMPERSONATOR}
 */
public record Actor(
        Kind kind,
        @Nullable String keyId,
        @Nullable String keyName,
        @Nullable String userId) {

    /** A caller without a session, for instance at sign-up and sign-in. */
    public static final Actor GUEST = new Actor(Kind.GUEST, null, null, null);

    /** The account's own user, authenticated by a session or a JWT. */
    public static final Actor USER = new Actor(Kind.USER, null, null, null);

    /** The service itself, in background work. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, null, null);

    public static Actor server(String keyId, String keyName) {
        return new Actor(Kind.SERVER, keyId, keyName, null);
    }

    public static Actor operator(String keyId, String keyName) {
        return new Actor(Kind.OPERATOR, keyId, keyName, null);
    }

    public static Actor impersonator(String userId) {
        return new Actor(Kind.IMPERSONATOR, null, null, userId);
    }

    public enum Kind {
        USER,
        SERVER,
        OPERATOR,
        IMPERSONATOR,
        SYSTEM,
        GUEST
    }
}
