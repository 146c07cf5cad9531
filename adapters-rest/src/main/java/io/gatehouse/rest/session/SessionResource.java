package io.gatehouse.rest.session;

import static io.gatehouse.rest.error.ErrorType.USER_SESSION_NOT_FOUND;

import io.gatehouse.application.session.ExtendSession;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.application.session.SignOutEverywhere;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.gatehouse.rest.request.SessionCookies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Lists, extends and ends the sessions of a user. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class SessionResource {

    private final ApiCall apiCall;
    private final SessionViews sessions;
    private final ExtendSession extendSession;
    private final SignOut signOut;
    private final SignOutEverywhere signOutEverywhere;
    private final InstantSource clock;

    SessionResource(
            ApiCall apiCall,
            SessionViews sessions,
            ExtendSession extendSession,
            SignOut signOut,
            SignOutEverywhere signOutEverywhere,
            InstantSource clock) {
        this.apiCall = apiCall;
        this.sessions = sessions;
        this.extendSession = extendSession;
        this.signOut = signOut;
        this.signOutEverywhere = signOutEverywhere;
        this.clock = clock;
    }

    @GET
    @Path("/account/sessions")
    @Endpoint(
            summary = "List the account's sessions, oldest first",
            scope = Scope.ACCOUNT,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public SessionListBody listSessions() {
        return SessionListBody.of(sessions.of(apiCall.account().id(), clock.instant()), apiCall);
    }

    @GET
    @Path("/account/sessions/{sessionId}")
    @Endpoint(
            summary = "Get a session by ID, or `current`",
            scope = Scope.ACCOUNT,
            refusals = USER_SESSION_NOT_FOUND,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public SessionBody getSession(@PathParam("sessionId") String sessionId) {
        return sessions.find(apiCall.account().id(), apiCall.sessionId(sessionId), clock.instant())
                .map(session -> SessionBody.of(session, apiCall))
                .orElseThrow(() -> new RefusedException(new SessionNotFound()));
    }

    @PATCH
    @Path("/account/sessions/{sessionId}")
    @Endpoint(
            summary = "Extend a session to the full session duration",
            scope = Scope.ACCOUNT,
            refusals = USER_SESSION_NOT_FOUND,
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_IP))
    public SessionBody updateSession(@PathParam("sessionId") String sessionId) {
        var command = new ExtendSession.Command(apiCall.account().id(), apiCall.sessionId(sessionId));
        return SessionBody.of(extendSession.handle(command, apiCall.context()), apiCall);
    }

    @DELETE
    @Path("/account/sessions/{sessionId}")
    @ResponseStatus(204)
    @Endpoint(
            summary = "Delete a session by ID, or `current`",
            scope = Scope.ACCOUNT,
            allowsIncompleteSession = true,
            timestamped = true,
            refusals = USER_SESSION_NOT_FOUND,
            limit = @Limit(perHour = 100, by = LimitKey.URL_AND_IP))
    public RestResponse<Void> deleteSession(@PathParam("sessionId") String sessionId) {
        var session = apiCall.sessionId(sessionId);
        signOut.handle(new SignOut.Command(apiCall.account().id(), session), apiCall.context());
        var answer = ResponseBuilder.<Void>noContent();
        return apiCall.isCurrent(session) ? SessionCookies.drop(answer, apiCall).build() : answer.build();
    }

    @DELETE
    @Path("/account/sessions")
    @ResponseStatus(204)
    @Endpoint(
            summary = "Delete all sessions of the account",
            scope = Scope.ACCOUNT,
            limit = @Limit(perHour = 100, by = LimitKey.URL_AND_IP))
    public RestResponse<Void> deleteSessions() {
        signOutEverywhere.handle(new SignOutEverywhere.Command(apiCall.account().id()), apiCall.context());
        return SessionCookies.drop(ResponseBuilder.<Void>noContent(), apiCall).build();
    }
}
