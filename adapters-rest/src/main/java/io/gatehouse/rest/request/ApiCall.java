package io.gatehouse.rest.request;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.ClientChosenId;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.rest.parameter.Parameters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One request as its resource sees it: who asks, in which project, with what, from where. */
public final class ApiCall {

    private final Project project;
    private final Caller caller;
    private final Parameters parameters;
    private final RequestMetadata metadata;
    private final Locale locale;
    private final ResponseFormat format;
    private final Accept accept;
    private final RequestOrigin requestOrigin;

    public ApiCall(
            Project project,
            Caller caller,
            Parameters parameters,
            RequestMetadata metadata,
            Locale locale,
            ResponseFormat format,
            Accept accept,
            RequestOrigin requestOrigin) {
        this.project = project;
        this.caller = caller;
        this.parameters = parameters;
        this.metadata = metadata;
        this.locale = locale;
        this.format = format;
        this.accept = accept;
        this.requestOrigin = requestOrigin;
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
    public @Nullable SessionView presentedSessionView() {
        return caller.user() == null ? null : caller.user().session();
    }

    /**
     * The session that is behind the request: the one that was presented, or the one that a JWT stands for.
     *
     * @throws RefusedException with {@link UserNotFound} if the caller is nobody in particular
     */
    public SessionView backingSession() {
        if (caller.user() == null) {
            throw new RefusedException(new UserNotFound());
        }
        return caller.user().backingSession();
    }

    public boolean isByJwt() {
        return caller.user() != null && caller.user().byJwt();
    }

    /**
     * @param typed an ID, or {@code current} for the session that was presented
     * @throws RefusedException with {@code InvalidArgument}, or {@link SessionNotFound} if no session was presented
     */
    public SessionId sessionIdOf(String typed) {
        return typed.equals("current")
                ? requirePresentedSession()
                : new SessionId(project.id(), ClientChosenId.parse("sessionId", typed));
    }

    /** @throws RefusedException with {@link SessionNotFound} if none was presented */
    public SessionId requirePresentedSession() {
        if (presentedSessionView() == null) {
            throw new RefusedException(new SessionNotFound());
        }
        return presentedSessionView().id();
    }

    public boolean isCurrent(SessionId session) {
        return presentedSessionView() != null && presentedSessionView().id().equals(session);
    }

    public Parameters parameters() {
        return parameters;
    }

    public RequestMetadata metadata() {
        return metadata;
    }

    /** For those who may have to write to the caller. */
    public RequestContext context() {
        return new RequestContext(project, locale, metadata);
    }

    public Locale locale() {
        return locale;
    }

    public ResponseFormat format() {
        return format;
    }

    public Accept accept() {
        return accept;
    }

    public RequestOrigin origin() {
        return requestOrigin;
    }
}
