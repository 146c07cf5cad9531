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

/** Publishes the same keys at the well-known path where JWT libraries look for them. */
@Path("/.well-known/jwks.json")
@RunOnVirtualThread
@Cancellable(false)
final class WellKnownKeySetResource {

    private final ApiCall apiCall;
    private final Jwts jwts;

    WellKnownKeySetResource(ApiCall apiCall, Jwts jwts) {
        this.apiCall = apiCall;
        this.jwts = jwts;
    }

    @GET
    @Endpoint(
            summary = "Get the JSON Web Key Set (well-known path); the project is a query parameter",
            scope = Scope.ANYONE,
            allowsIncompleteSession = true,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<KeySetBody> getWellKnownKeySet() {
        return KeySetBody.answer(jwts, apiCall.project().id());
    }
}
