package io.gatehouse.rest.mfa.authenticator;

import static io.gatehouse.rest.error.ErrorType.USER_AUTHENTICATOR_ALREADY_VERIFIED;
import static io.gatehouse.rest.error.ErrorType.USER_AUTHENTICATOR_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_INVALID_TOKEN;
import static io.gatehouse.rest.error.ErrorType.USER_SESSION_NOT_FOUND;

import io.gatehouse.application.mfa.authenticator.EnrolAuthenticator;
import io.gatehouse.application.mfa.authenticator.RemoveAuthenticator;
import io.gatehouse.application.mfa.authenticator.VerifyAuthenticator;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.domain.TextRules;
import io.gatehouse.rest.account.AccountBody;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.endpoint.StepUpRequirement;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Enrols, verifies and removes the authenticator app of an account. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class AuthenticatorResource {

    private final ApiCall apiCall;
    private final EmailDomains emailDomains;
    private final EnrolAuthenticator enrolAuthenticator;
    private final VerifyAuthenticator verifyAuthenticator;
    private final RemoveAuthenticator removeAuthenticator;
    private final InstantSource clock;

    AuthenticatorResource(
            ApiCall apiCall,
            EmailDomains emailDomains,
            EnrolAuthenticator enrolAuthenticator,
            VerifyAuthenticator verifyAuthenticator,
            RemoveAuthenticator removeAuthenticator,
            InstantSource clock) {
        this.apiCall = apiCall;
        this.emailDomains = emailDomains;
        this.enrolAuthenticator = enrolAuthenticator;
        this.verifyAuthenticator = verifyAuthenticator;
        this.removeAuthenticator = removeAuthenticator;
        this.clock = clock;
    }

    @POST
    @Path("/account/mfa/authenticators/{type}")
    @Produces({MediaType.APPLICATION_JSON, QrCodeWriter.PNG, QrCodeWriter.SVG})
    @Endpoint(
            summary = "Start enrolling an authenticator app. Request image/png or image/svg+xml for a QR code.",
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.STRICT_PROJECTS,
            refusals = USER_AUTHENTICATOR_ALREADY_VERIFIED,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<MfaTypeBody> createMFAAuthenticator(@PathParam("type") String type) {
        requireTotp(type);
        var notation = apiCall.accept().choose(QrCodeWriter.NOTATIONS);
        var command = new EnrolAuthenticator.Command(apiCall.account());
        var body = MfaTypeBody.of(enrolAuthenticator.handle(command, apiCall.context()));
        return ResponseBuilder.ok(body).type(notation).build();
    }

    @PUT
    @Path("/account/mfa/authenticators/{type}")
    @Endpoint(
            summary = "Verify the authenticator app with one of its codes",
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.STRICT_PROJECTS,
            parameters = OtpBody.class,
            refusals = {
                USER_AUTHENTICATOR_NOT_FOUND,
                USER_AUTHENTICATOR_ALREADY_VERIFIED,
                USER_INVALID_TOKEN,
                USER_SESSION_NOT_FOUND
            },
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_CALLER))
    public AccountBody updateMFAAuthenticator(@PathParam("type") String type) {
        requireTotp(type);
        var body = OtpBody.of(apiCall.parameters());
        return AccountBody.of(verifyAuthenticator.handle(body.toCommand(apiCall), apiCall.context()), emailDomains);
    }

    @DELETE
    @Path("/account/mfa/authenticators/{type}")
    @ResponseStatus(204)
    @Endpoint(
            summary = "Remove the authenticator app. Requires a recent challenge or a valid code.",
            scope = Scope.ACCOUNT,
            stepUp = StepUpRequirement.UNLESS_OTP,
            parameters = AuthenticatorDeletionBody.class,
            refusals = {USER_AUTHENTICATOR_NOT_FOUND, USER_INVALID_TOKEN},
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_CALLER, onlyWith = "otp"))
    public RestResponse<Void> deleteMFAAuthenticator(@PathParam("type") String type) {
        requireTotp(type);
        var body = AuthenticatorDeletionBody.of(apiCall, clock.instant());
        removeAuthenticator.handle(body.toCommand(apiCall), apiCall.context());
        return RestResponse.noContent();
    }

    /** The only supported type; case-sensitive. */
    private static void requireTotp(String type) {
        if (!type.equals("totp")) {
            throw TextRules.invalid("type", "must be totp");
        }
    }
}
