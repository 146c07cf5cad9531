package io.gatehouse.rest.mfa.recoverycodes;

import static io.gatehouse.rest.error.ErrorType.USER_RECOVERY_CODES_ALREADY_EXISTS;
import static io.gatehouse.rest.error.ErrorType.USER_RECOVERY_CODES_NOT_FOUND;

import io.gatehouse.application.mfa.recoverycodes.GenerateRecoveryCodes;
import io.gatehouse.application.mfa.recoverycodes.ListRecoveryCodes;
import io.gatehouse.application.mfa.recoverycodes.RegenerateRecoveryCodes;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.endpoint.StepUpRequirement;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Generates, returns and replaces recovery codes. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class RecoveryCodesResource {

    private final ApiCall apiCall;
    private final GenerateRecoveryCodes generateRecoveryCodes;
    private final ListRecoveryCodes listRecoveryCodes;
    private final RegenerateRecoveryCodes regenerateRecoveryCodes;

    RecoveryCodesResource(
            ApiCall apiCall,
            GenerateRecoveryCodes generateRecoveryCodes,
            ListRecoveryCodes listRecoveryCodes,
            RegenerateRecoveryCodes regenerateRecoveryCodes) {
        this.apiCall = apiCall;
        this.generateRecoveryCodes = generateRecoveryCodes;
        this.listRecoveryCodes = listRecoveryCodes;
        this.regenerateRecoveryCodes = regenerateRecoveryCodes;
    }

    @POST
    @Path("/account/mfa/recovery-codes")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Generate recovery codes. Fails while unused codes exist.",
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.STRICT_PROJECTS,
            refusals = USER_RECOVERY_CODES_ALREADY_EXISTS,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<MfaRecoveryCodesBody> createMFARecoveryCodes() {
        var codes =
                generateRecoveryCodes.handle(new GenerateRecoveryCodes.Command(apiCall.account()), apiCall.context());
        return ResponseBuilder.create(Status.CREATED, MfaRecoveryCodesBody.of(codes))
                .build();
    }

    @GET
    @Path("/account/mfa/recovery-codes")
    @Endpoint(
            summary = "Get the unused recovery codes. Strict projects return them only when they are generated.",
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.ALWAYS,
            refusals = USER_RECOVERY_CODES_NOT_FOUND,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<MfaRecoveryCodesBody> getMFARecoveryCodes() {
        var command = new ListRecoveryCodes.Command(apiCall.account().id());
        var codes = listRecoveryCodes.handle(command, apiCall.context());
        return ResponseBuilder.ok(MfaRecoveryCodesBody.of(codes)).build();
    }

    @PATCH
    @Path("/account/mfa/recovery-codes")
    @Endpoint(
            summary = "Replace all recovery codes, used or not, with new ones",
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.ALWAYS,
            refusals = USER_RECOVERY_CODES_NOT_FOUND,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<MfaRecoveryCodesBody> updateMFARecoveryCodes() {
        var codes = regenerateRecoveryCodes.handle(
                new RegenerateRecoveryCodes.Command(apiCall.account()), apiCall.context());
        return ResponseBuilder.ok(MfaRecoveryCodesBody.of(codes)).build();
    }
}
