package io.gatehouse.rest.request;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.project.Project.ApiKey;
import io.gatehouse.application.session.SessionView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is asking, and what that allows. */
public sealed interface Caller {

    record Guest() implements Caller {

        @Override
        public @Nullable User user() {
            return null;
        }
    }

    /** @param backingSession the session that was presented, or the one that a JWT stands for */
    record User(AccountView account, SessionView backingSession, boolean byJwt) implements Caller {

        /** The session that was presented; null for those who came by a JWT. */
        public @Nullable SessionView session() {
            return byJwt ? null : backingSession;
        }

        @Override
        public User user() {
            return this;
        }
    }

    /** @param user whose session or JWT came along; null if none did. It adds nothing to what the key may do */
    record Key(ApiKey key, @Nullable User user) implements Caller {}

    /** Null for nobody in particular. */
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

    /** As error messages call the role. */
    default String role() {
        return switch (this) {
            case Guest _ -> "guests";
            case User _ -> "users";
            case Key _ -> "applications";
        };
    }

    /** As error messages call the caller: by address where there is one. */
    default String name() {
        return this instanceof User user && user.account().email() != null
                ? user.account().email().value()
                : "User";
    }

    /** Keys are trusted by the project: they pass where others are counted, switched off or kept in the dark. */
    default boolean isTrusted() {
        return this instanceof Key;
    }
}
