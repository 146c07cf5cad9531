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

/** Matches every path that no other resource has, so that the gate answers those as well. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class UnknownRoute {

    private static final String ANY = "/{path:.*}";

    @GET
    @Path(ANY)
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = "It does nothing."))
    public void get() {}

    @POST
    @Path(ANY)
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = "It does nothing."))
    public void post() {}

    @PUT
    @Path(ANY)
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = "It does nothing."))
    public void put() {}

    @PATCH
    @Path(ANY)
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = "It does nothing."))
    public void patch() {}

    @DELETE
    @Path(ANY)
    @Endpoint(scope = Scope.NONE, limit = @Limit(none = "It does nothing."))
    public void delete() {}
}
