package io.gatehouse.rest.request;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.project.Project.ApiKey;
import io.gatehouse.application.session.SessionView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sender of a request, and what they may do. */
public sealed interface Caller {

    record Guest() implements Caller {

        @Override
        public @Nullable User user() {
            return null;
        }
    }

    /** @param backingSession the session that was presented, or the one that the JWT was issued for */
    record User(AccountView account, SessionView backingSession, boolean byJwt) implements Caller {

        /** The session that was presented; null if a JWT was. */
        public @Nullable SessionView session() {
            return byJwt ? null : backingSession;
        }

        @Override
        public User user() {
            return this;
        }
    }

    /** @param user the user whose session or JWT was sent with the key, without adding scopes; null if none was */
    record Key(ApiKey key, @Nullable User user) implements Caller {}

    /** Null if neither a session nor a JWT was sent. */
    @Nullable
    User user();

    default boolean may(Scope scope) {
        return switch (this) {
            case Guest _ ->
                Set.of(Scope.ANYONE, Scope.PUBLIC, Scope.SESSIONS_WRITE).contains(scope);
            case User _ ->
                Set.of(Scope.ANYONE, Scope.PUBLIC, Scope.SESSIONS_WRITE, Scope.ACCOUNT, Scope.TARGETS_WRITE)
                        .contains(scope);
            case Key k -> scope == Scope.ANYONE || k.key().scopes().contains(scope.value());
        };
    }

    /** The role as it appears in error messages. */
    default String role() {
        return switch (this) {
            case Guest _ -> "guests";
            case User _ -> "users";
            case Key _ -> "applications";
        };
    }

    /** The caller as they appear in error messages: the e-mail address of a user, or {@code User}. */
    default String name() {
        return this instanceof User user && user.account().email() != null
                ? user.account().email().value()
                : "User";
    }

    /** API keys bypass rate limits, disabled services and enumeration protection. */
    default boolean isTrusted() {
        return this instanceof Key;
    }
}
