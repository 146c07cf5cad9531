package io.gatehouse.rest.gate;

import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Catch-all for paths below {@code /v1} that no other resource matches. The gate answers 404 before a method runs. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class UnknownRoute {

    private static final String ANY = "/{path:.*}";

    private static final String NO_LIMIT = "The gate answers every request with 404.";

    @GET
    @Path(ANY)
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = NO_LIMIT))
    public void get() {}

    @POST
    @Path(ANY)
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = NO_LIMIT))
    public void post() {}

    @PUT
    @Path(ANY)
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = NO_LIMIT))
    public void put() {}

    @PATCH
    @Path(ANY)
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = NO_LIMIT))
    public void patch() {}

    @DELETE
    @Path(ANY)
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = NO_LIMIT))
    public void delete() {}
}
