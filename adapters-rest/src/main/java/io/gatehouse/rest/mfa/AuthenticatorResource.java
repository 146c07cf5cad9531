package io.gatehouse.rest.mfa;

import static io.gatehouse.rest.ErrorType.USER_AUTHENTICATOR_ALREADY_VERIFIED;
import static io.gatehouse.rest.ErrorType.USER_AUTHENTICATOR_NOT_FOUND;
import static io.gatehouse.rest.ErrorType.USER_INVALID_TOKEN;
import static io.gatehouse.rest.ErrorType.USER_SESSION_NOT_FOUND;

import io.gatehouse.application.account.EmailDomains;
import io.gatehouse.application.mfa.EnrolAuthenticator;
import io.gatehouse.application.mfa.RemoveAuthenticator;
import io.gatehouse.application.mfa.VerifyAuthenticator;
import io.gatehouse.domain.TextRules;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.ChallengeRule;
import io.gatehouse.rest.Endpoint;
import io.gatehouse.rest.LimitKey;
import io.gatehouse.rest.Scope;
import io.gatehouse.rest.account.AccountBody;
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
import org.jboss.resteasy.reactive.server.Cancellable;

/** How users get an authenticator app to count, and to count no more. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class AuthenticatorResource {

    private final Call call;
    private final EmailDomains emailDomains;
    private final EnrolAuthenticator enrolAuthenticator;
    private final VerifyAuthenticator verifyAuthenticator;
    private final RemoveAuthenticator removeAuthenticator;
    private final InstantSource clock;

    AuthenticatorResource(
            Call call,
            EmailDomains emailDomains,
            EnrolAuthenticator enrolAuthenticator,
            VerifyAuthenticator verifyAuthenticator,
            RemoveAuthenticator removeAuthenticator,
            InstantSource clock) {
        this.call = call;
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
            summary = "Begin to enrol an authenticator app. Whoever prefers images gets a QR code.",
            scope = Scope.ACCOUNT,
            recentChallenge = ChallengeRule.STRICT_PROJECTS,
            refusals = USER_AUTHENTICATOR_ALREADY_VERIFIED)
    public RestResponse<MfaTypeBody> createMFAAuthenticator(@PathParam("type") String type) {
        requireTotp(type);
        var notation = call.accept().choose(QrCodeWriter.NOTATIONS);
        var command = new EnrolAuthenticator.Command(call.project(), call.account());
        var body = MfaTypeBody.of(enrolAuthenticator.handle(command, call.occasion()));
        return Confidential.answer(body).type(notation).build();
    }

    @PUT
    @Path("/account/mfa/authenticators/{type}")
    @Endpoint(
            summary = "Verify an authenticator app with a code it shows",
            scope = Scope.ACCOUNT,
            recentChallenge = ChallengeRule.STRICT_PROJECTS,
            limit = 10,
            per = LimitKey.URL_AND_CALLER,
            takes = OtpBody.class,
            refusals = {
                USER_AUTHENTICATOR_NOT_FOUND,
                USER_AUTHENTICATOR_ALREADY_VERIFIED,
                USER_INVALID_TOKEN,
                USER_SESSION_NOT_FOUND
            })
    public AccountBody updateMFAAuthenticator(@PathParam("type") String type) {
        requireTotp(type);
        var body = OtpBody.of(call.parameters());
        return AccountBody.of(verifyAuthenticator.handle(body.toCommand(call), call.visit()), emailDomains);
    }

    @DELETE
    @Path("/account/mfa/authenticators/{type}")
    @ResponseStatus(204)
    @Endpoint(
            summary = "Let an authenticator app go. A code proves as much as a recent challenge.",
            scope = Scope.ACCOUNT,
            recentChallenge = ChallengeRule.UNLESS_OTP,
            limit = 10,
            limitedWith = "otp",
            per = LimitKey.URL_AND_CALLER,
            takes = AuthenticatorDeletionBody.class,
            refusals = {USER_AUTHENTICATOR_NOT_FOUND, USER_INVALID_TOKEN})
    public RestResponse<Void> deleteMFAAuthenticator(@PathParam("type") String type) {
        requireTotp(type);
        var body = AuthenticatorDeletionBody.of(call, clock.instant());
        removeAuthenticator.handle(body.toCommand(call.account()), call.visit());
        return RestResponse.noContent();
    }

    /** There is one type, with one spelling. */
    private static void requireTotp(String type) {
        if (!type.equals("totp")) {
            throw TextRules.invalid("type", "must be totp");
        }
    }
}
