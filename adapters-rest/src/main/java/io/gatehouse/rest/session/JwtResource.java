package io.gatehouse.rest.session;

import static io.gatehouse.rest.error.ErrorType.USER_JWT_CREATION_DENIED;

import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.application.session.IssueJwt;
import io.gatehouse.domain.Refusal.JwtCreationDenied;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.rest.endpoint.AliasOf;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Creates JWTs, with which the backend of an app can act for a user. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class JwtResource {

    private final ApiCall apiCall;
    private final IssueJwt issueJwt;

    JwtResource(ApiCall apiCall, IssueJwt issueJwt) {
        this.apiCall = apiCall;
        this.issueJwt = issueJwt;
    }

    @POST
    @Path("/account/jwts")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Create a JWT for the current session. It stops working when the session ends.",
            scope = Scope.ACCOUNT,
            switchedBy = SignInMethod.JWT,
            parameters = NewJwtBody.class,
            refusals = USER_JWT_CREATION_DENIED,
            limit = @Limit(ofMethod = true, by = LimitKey.URL_AND_CALLER))
    public JwtBody createJWT() {
        var body = NewJwtBody.of(apiCall.parameters());
        if (apiCall.isByJwt()) {
            throw new RefusedException(new JwtCreationDenied());
        }
        return new JwtBody(issueJwt.handle(body.toCommand(apiCall), apiCall.context()));
    }

    @POST
    @Path("/account/jwt")
    @ResponseStatus(201)
    @AliasOf("createJWT")
    public JwtBody createLegacyJWT() {
        return createJWT();
    }
}
