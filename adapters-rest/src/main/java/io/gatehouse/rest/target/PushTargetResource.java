package io.gatehouse.rest.target;

import static io.gatehouse.rest.error.ErrorType.USER_SESSION_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_TARGET_ALREADY_EXISTS;
import static io.gatehouse.rest.error.ErrorType.USER_TARGET_NOT_FOUND;

import io.gatehouse.application.target.RefreshPushTarget;
import io.gatehouse.application.target.RegisterPushTarget;
import io.gatehouse.application.target.UnregisterPushTarget;
import io.gatehouse.domain.ClientChosenId;
import io.gatehouse.domain.target.TargetId;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Registers, updates and deletes the push targets of a user. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class PushTargetResource {

    private final ApiCall apiCall;
    private final RegisterPushTarget registerPushTarget;
    private final RefreshPushTarget refreshPushTarget;
    private final UnregisterPushTarget unregisterPushTarget;

    PushTargetResource(
            ApiCall apiCall,
            RegisterPushTarget registerPushTarget,
            RefreshPushTarget refreshPushTarget,
            UnregisterPushTarget unregisterPushTarget) {
        this.apiCall = apiCall;
        this.registerPushTarget = registerPushTarget;
        this.refreshPushTarget = refreshPushTarget;
        this.unregisterPushTarget = unregisterPushTarget;
    }

    @POST
    @Path("/account/targets/push")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Register a device as a push target. It is deleted with the session that registered it.",
            scope = Scope.TARGETS_WRITE,
            parameters = NewPushTargetBody.class,
            refusals = {USER_TARGET_ALREADY_EXISTS, USER_SESSION_NOT_FOUND},
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public TargetBody createPushTarget() {
        var body = NewPushTargetBody.of(apiCall.parameters());
        var created = registerPushTarget.handle(body.toCommand(apiCall), apiCall.context());
        return TargetBody.of(created, apiCall.account().id());
    }

    @PUT
    @Path("/account/targets/{targetId}/push")
    @Endpoint(
            summary = "Update the device token of a push target",
            scope = Scope.TARGETS_WRITE,
            parameters = PushTargetBody.class,
            refusals = {USER_TARGET_NOT_FOUND, USER_TARGET_ALREADY_EXISTS},
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public TargetBody updatePushTarget(@PathParam("targetId") String targetId) {
        var target = target(targetId);
        var by = apiCall.account().id();
        var body = PushTargetBody.of(apiCall.parameters());
        var command = new RefreshPushTarget.Command(by, target, body.identifier());
        return TargetBody.of(refreshPushTarget.handle(command, apiCall.context()), by);
    }

    @DELETE
    @Path("/account/targets/{targetId}/push")
    @ResponseStatus(204)
    @Endpoint(
            summary = "Delete a push target",
            scope = Scope.TARGETS_WRITE,
            refusals = USER_TARGET_NOT_FOUND,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<Void> deletePushTarget(@PathParam("targetId") String targetId) {
        var command = new UnregisterPushTarget.Command(apiCall.account().id(), target(targetId));
        unregisterPushTarget.handle(command, apiCall.context());
        return RestResponse.noContent();
    }

    private TargetId target(String id) {
        return new TargetId(apiCall.project().id(), ClientChosenId.parse("targetId", id));
    }
}
