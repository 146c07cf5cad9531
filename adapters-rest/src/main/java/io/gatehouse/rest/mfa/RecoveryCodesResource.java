package io.gatehouse.rest.mfa;

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
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How users get the codes for the day when nothing else is at hand. */
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
            summary = "Get one's first recovery codes, or others once all are spent",
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.STRICT_PROJECTS,
            refusals = USER_RECOVERY_CODES_ALREADY_EXISTS,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<MfaRecoveryCodesBody> createMFARecoveryCodes() {
        var codes =
                generateRecoveryCodes.handle(new GenerateRecoveryCodes.Command(apiCall.account()), apiCall.context());
        return NoStore.answer(Status.CREATED, MfaRecoveryCodesBody.of(codes)).build();
    }

    @GET
    @Path("/account/mfa/recovery-codes")
    @Endpoint(
            summary = "See the recovery codes one has left. Strict projects show none a second time.",
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.EVERYBODY,
            refusals = USER_RECOVERY_CODES_NOT_FOUND,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<MfaRecoveryCodesBody> getMFARecoveryCodes() {
        var command = new ListRecoveryCodes.Command(apiCall.account().id());
        var codes = listRecoveryCodes.handle(command, apiCall.context());
        return NoStore.answer(MfaRecoveryCodesBody.of(codes)).build();
    }

    @PATCH
    @Path("/account/mfa/recovery-codes")
    @Endpoint(
            summary = "Replace all one's recovery codes, spent or not",
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.EVERYBODY,
            refusals = USER_RECOVERY_CODES_NOT_FOUND,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<MfaRecoveryCodesBody> updateMFARecoveryCodes() {
        var codes = regenerateRecoveryCodes.handle(
                new RegenerateRecoveryCodes.Command(apiCall.account()), apiCall.context());
        return NoStore.answer(MfaRecoveryCodesBody.of(codes)).build();
    }
}
