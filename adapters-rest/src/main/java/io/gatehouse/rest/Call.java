package io.gatehouse.rest;

import io.gatehouse.application.Occasion;
import io.gatehouse.application.Project;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.CustomId;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.rest.parameter.Parameters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One request as its resource sees it: who asks, in which project, with what, from where. */
public final class Call {

    private final Project project;
    private final Caller caller;
    private final Parameters parameters;
    private final Occasion occasion;
    private final Locale locale;
    private final ResponseFormat format;
    private final Site site;

    public Call(
            Project project,
            Caller caller,
            Parameters parameters,
            Occasion occasion,
            Locale locale,
            ResponseFormat format,
            Site site) {
        this.project = project;
        this.caller = caller;
        this.parameters = parameters;
        this.occasion = occasion;
        this.locale = locale;
        this.format = format;
        this.site = site;
    }

    public Project project() {
        return project;
    }

    public Caller caller() {
        return caller;
    }

    /** @throws RefusedException with {@link UserNotFound} if the caller is nobody in particular */
    public AccountView account() {
        if (caller.user() == null) {
            throw new RefusedException(new UserNotFound());
        }
        return caller.user().account();
    }

    /** The session that was presented; null if there was none. */
    public @Nullable SessionView session() {
        return caller.user() == null ? null : caller.user().session();
    }

    /** Whether the caller is known by a JWT: whoever came by a session shows it. */
    public boolean cameByJwt() {
        return caller.user() != null && caller.user().session() == null;
    }

    /**
     * @param typed an ID, or {@code current} for the session that was presented
     * @throws RefusedException with {@code InvalidArgument}, or {@link SessionNotFound} if no session was presented
     */
    public SessionId session(String typed) {
        if (!typed.equals("current")) {
            return new SessionId(project.id(), CustomId.parse("sessionId", typed));
        }
        if (session() == null) {
            throw new RefusedException(new SessionNotFound());
        }
        return session().id();
    }

    public boolean isCurrent(SessionId session) {
        return session() != null && session().id().equals(session);
    }

    public Parameters parameters() {
        return parameters;
    }

    public Occasion occasion() {
        return occasion;
    }

    public Locale locale() {
        return locale;
    }

    public ResponseFormat format() {
        return format;
    }

    public Site site() {
        return site;
    }
}
