package io.gatehouse.rest.session;

import io.gatehouse.application.session.Jwts;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.Endpoint;
import io.gatehouse.rest.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Hands out what it takes to verify JWTs without asking us. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class KeySetResource {

    private final Call call;
    private final Jwts jwts;

    KeySetResource(Call call, Jwts jwts) {
        this.call = call;
        this.jwts = jwts;
    }

    @GET
    @Path("/account/jwks")
    @Endpoint(summary = "Get the keys that verify the JWTs of a project", scope = Scope.ANYONE, whileIncomplete = true)
    public RestResponse<KeySetBody> getKeySet() {
        return KeySetBody.answer(jwts, call.project().id());
    }
}
