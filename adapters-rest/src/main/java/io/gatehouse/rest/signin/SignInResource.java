package io.gatehouse.rest.signin;

import static io.gatehouse.rest.error.ErrorType.USER_COUNT_EXCEEDED;
import static io.gatehouse.rest.error.ErrorType.USER_INVALID_CREDENTIALS;
import static io.gatehouse.rest.error.ErrorType.USER_INVALID_TOKEN;

import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.signin.SignInAnonymously;
import io.gatehouse.application.signin.SignInWithPassword;
import io.gatehouse.application.signin.SignInWithToken;
import io.gatehouse.rest.endpoint.AliasOf;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.gatehouse.rest.request.SessionCookies;
import io.gatehouse.rest.session.SessionBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Opens sessions. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class SignInResource {

    private final ApiCall apiCall;
    private final SignInWithPassword signInWithPassword;
    private final SignInAnonymously signInAnonymously;
    private final SignInWithToken signInWithToken;

    SignInResource(
            ApiCall apiCall,
            SignInWithPassword signInWithPassword,
            SignInAnonymously signInAnonymously,
            SignInWithToken signInWithToken) {
        this.apiCall = apiCall;
        this.signInWithPassword = signInWithPassword;
        this.signInAnonymously = signInAnonymously;
        this.signInWithToken = signInWithToken;
    }

    @POST
    @Path("/account/sessions/email")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Sign in with an e-mail address and a password",
            scope = Scope.SESSIONS_WRITE,
            opensSession = true,
            switchedBy = SignInMethod.EMAIL_PASSWORD,
            parameters = EmailPasswordBody.class,
            refusals = USER_INVALID_CREDENTIALS,
            limit = @Limit(ofMethod = true, by = LimitKey.URL_AND_EMAIL, resetOnSuccess = true))
    public RestResponse<SessionBody> createEmailPasswordSession() {
        var body = EmailPasswordBody.of(apiCall.parameters());
        var command = body.toCommand();
        return answer(signInWithPassword.handle(command, apiCall.context()));
    }

    @POST
    @Path("/account/sessions")
    @ResponseStatus(201)
    @AliasOf("createEmailPasswordSession")
    public RestResponse<SessionBody> createEmailSession() {
        return createEmailPasswordSession();
    }

    @POST
    @Path("/account/sessions/anonymous")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Create an anonymous session. The account can be completed later.",
            scope = Scope.SESSIONS_WRITE,
            opensSession = true,
            switchedBy = SignInMethod.ANONYMOUS,
            refusals = USER_COUNT_EXCEEDED,
            limit = @Limit(ofMethod = true, by = LimitKey.IP))
    public RestResponse<SessionBody> createAnonymousSession() {
        var command = new SignInAnonymously.Command();
        return answer(signInAnonymously.handle(command, apiCall.context()));
    }

    @POST
    @Path("/account/sessions/token")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Sign in with a code or magic link that was sent by e-mail or SMS",
            scope = Scope.SESSIONS_WRITE,
            opensSession = true,
            parameters = TokenSessionBody.class,
            refusals = USER_INVALID_TOKEN,
            limit = @Limit(perHour = 10, by = LimitKey.IP_AND_USER_ID, resetOnSuccess = true))
    public RestResponse<SessionBody> createSession() {
        var body = TokenSessionBody.of(apiCall.parameters());
        return answer(signInWithToken.handle(body.toCommand(apiCall), apiCall.context()));
    }

    @PUT
    @Path("/account/sessions/magic-url")
    @ResponseStatus(201)
    @AliasOf("createSession")
    public RestResponse<SessionBody> updateMagicURLSession() {
        return createSession();
    }

    @PUT
    @Path("/account/sessions/phone")
    @ResponseStatus(201)
    @AliasOf("createSession")
    public RestResponse<SessionBody> updatePhoneSession() {
        return createSession();
    }

    private RestResponse<SessionBody> answer(OpenedSession opened) {
        var created = ResponseBuilder.create(Status.CREATED, SessionBody.of(opened, apiCall));
        return SessionCookies.keep(created, opened, apiCall).build();
    }
}
