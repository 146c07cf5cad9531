package io.gatehouse.rest.session;

import io.gatehouse.application.session.Jwts;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Publishes the keys with which others verify a project's JWTs. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class KeySetResource {

    private final ApiCall apiCall;
    private final Jwts jwts;

    KeySetResource(ApiCall apiCall, Jwts jwts) {
        this.apiCall = apiCall;
        this.jwts = jwts;
    }

    @GET
    @Path("/account/jwks")
    @Endpoint(
            summary = "Get the JSON Web Key Set that verifies the project's JWTs",
            scope = Scope.ANYONE,
            allowsIncompleteSession = true,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<KeySetBody> getKeySet() {
        return KeySetBody.answer(jwts, apiCall.project().id());
    }
}
