package io.gatehouse.rest.request;

import io.gatehouse.application.Ids;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.ClientChosenId;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.UserNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request that passed the gate: caller, project, parameters and origin. */
public final class ApiCall {

    private final Ids ids;
    private final Caller caller;
    private final Parameters parameters;
    private final RequestContext context;
    private final ResponseFormat format;
    private final Accept accept;
    private final RequestOrigin origin;

    public ApiCall(
            Ids ids,
            Caller caller,
            Parameters parameters,
            RequestContext context,
            ResponseFormat format,
            Accept accept,
            RequestOrigin origin) {
        this.ids = ids;
        this.caller = caller;
        this.parameters = parameters;
        this.context = context;
        this.format = format;
        this.accept = accept;
        this.origin = origin;
    }

    /** The part of the request that use cases need. */
    public RequestContext context() {
        return context;
    }

    public Project project() {
        return context.project();
    }

    public Locale locale() {
        return context.locale();
    }

    public Caller caller() {
        return caller;
    }

    /** @throws RefusedException with {@link UserNotFound} if the caller is not a user */
    public AccountView account() {
        if (caller.user() == null) {
            throw new RefusedException(new UserNotFound());
        }
        return caller.user().account();
    }

    /** The session that was presented; null if there was none. */
    public @Nullable SessionView presentedSession() {
        return caller.user() == null ? null : caller.user().session();
    }

    /**
     * The session behind the request: the one that was presented, or the one that the JWT was issued for.
     *
     * @throws RefusedException with {@link UserNotFound} if the caller is not a user
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
     * @param idOrCurrent an ID, or {@code current} for the session that was presented
     * @throws RefusedException with {@code InvalidArgument}, or {@link SessionNotFound} if no session was presented
     */
    public SessionId sessionId(String idOrCurrent) {
        return idOrCurrent.equals("current")
                ? requirePresentedSession()
                : new SessionId(project().id(), ClientChosenId.parse("sessionId", idOrCurrent));
    }

    /** @throws RefusedException with {@link SessionNotFound} if none was presented */
    public SessionId requirePresentedSession() {
        if (presentedSession() == null) {
            throw new RefusedException(new SessionNotFound());
        }
        return presentedSession().id();
    }

    /** The ID that the client chose, or a generated one if it sent {@code unique()}. */
    public String resolve(NewId id) {
        return id.or(ids);
    }

    public boolean isCurrent(SessionId session) {
        return presentedSession() != null && presentedSession().id().equals(session);
    }

    public Parameters parameters() {
        return parameters;
    }

    public ResponseFormat format() {
        return format;
    }

    public Accept accept() {
        return accept;
    }

    public RequestOrigin origin() {
        return origin;
    }
}
