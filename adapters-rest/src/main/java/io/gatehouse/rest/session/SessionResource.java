package io.gatehouse.rest.session;

import static io.gatehouse.rest.ErrorType.USER_INVALID_CREDENTIALS;
import static io.gatehouse.rest.ErrorType.USER_SESSION_NOT_FOUND;

import io.gatehouse.application.session.CreateEmailPasswordSession;
import io.gatehouse.application.session.DeleteSession;
import io.gatehouse.application.session.DeleteSessions;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.rest.AliasOf;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.Endpoint;
import io.gatehouse.rest.LimitKey;
import io.gatehouse.rest.Scope;
import io.gatehouse.rest.SessionCookies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How sessions are opened, seen and ended by those they belong to. */
@Path("/v1/account/sessions")
@RunOnVirtualThread
@Cancellable(false)
final class SessionResource {

    private final Call call;
    private final SessionViews sessions;
    private final CreateEmailPasswordSession createEmailPasswordSession;
    private final DeleteSession deleteSession;
    private final DeleteSessions deleteSessions;
    private final InstantSource clock;

    SessionResource(
            Call call,
            SessionViews sessions,
            CreateEmailPasswordSession createEmailPasswordSession,
            DeleteSession deleteSession,
            DeleteSessions deleteSessions,
            InstantSource clock) {
        this.call = call;
        this.sessions = sessions;
        this.createEmailPasswordSession = createEmailPasswordSession;
        this.deleteSession = deleteSession;
        this.deleteSessions = deleteSessions;
        this.clock = clock;
    }

    @POST
    @Path("/email")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Sign in with an e-mail address and a password",
            scope = Scope.SESSIONS_WRITE,
            opensSession = true,
            switchedBy = "email-password",
            limit = 10,
            per = LimitKey.URL_AND_EMAIL,
            resets = true,
            takes = EmailPasswordBody.class,
            refusals = USER_INVALID_CREDENTIALS)
    public RestResponse<SessionBody> createEmailPasswordSession() {
        var body = EmailPasswordBody.of(call.parameters());
        var opened = createEmailPasswordSession.handle(body.toCommand(call.project()), call.occasion());
        return SessionCookies.keep(ResponseBuilder.create(Status.CREATED, SessionBody.of(opened, call)), opened, call)
                .build();
    }

    @POST
    @ResponseStatus(201)
    @AliasOf("createEmailPasswordSession")
    public RestResponse<SessionBody> createSession() {
        return createEmailPasswordSession();
    }

    @GET
    @Endpoint(summary = "List one's sessions, oldest first", scope = Scope.ACCOUNT)
    public SessionListBody listSessions() {
        return SessionListBody.of(sessions.of(call.account().id(), clock.instant()), call);
    }

    @GET
    @Path("/{sessionId}")
    @Endpoint(
            summary = "Get one of one's sessions, or the current one",
            scope = Scope.ACCOUNT,
            refusals = USER_SESSION_NOT_FOUND)
    public SessionBody getSession(@PathParam("sessionId") String sessionId) {
        return sessions.find(call.account().id(), call.session(sessionId), clock.instant())
                .map(session -> SessionBody.of(session, call))
                .orElseThrow(() -> new RefusedException(new SessionNotFound()));
    }

    @DELETE
    @Path("/{sessionId}")
    @ResponseStatus(204)
    @Endpoint(
            summary = "Sign out of one of one's sessions, or of the current one",
            scope = Scope.ACCOUNT,
            limit = 100,
            per = LimitKey.URL_AND_IP,
            timestamped = true,
            refusals = USER_SESSION_NOT_FOUND)
    public RestResponse<Void> deleteSession(@PathParam("sessionId") String sessionId) {
        var session = call.session(sessionId);
        deleteSession.handle(new DeleteSession.Command(call.account().id(), session), call.occasion());
        var answer = ResponseBuilder.<Void>noContent();
        return call.isCurrent(session) ? SessionCookies.drop(answer, call).build() : answer.build();
    }

    @DELETE
    @ResponseStatus(204)
    @Endpoint(summary = "Sign out everywhere", scope = Scope.ACCOUNT, limit = 100, per = LimitKey.URL_AND_IP)
    public RestResponse<Void> deleteSessions() {
        deleteSessions.handle(new DeleteSessions.Command(call.account().id()), call.occasion());
        return SessionCookies.drop(ResponseBuilder.<Void>noContent(), call).build();
    }
}
