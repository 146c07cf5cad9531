package io.gatehouse.rest.contact;

import static io.gatehouse.rest.error.ErrorType.GENERAL_PHONE_DISABLED;
import static io.gatehouse.rest.error.ErrorType.GENERAL_SMTP_DISABLED;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_ALREADY_VERIFIED;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_INVALID_TOKEN;
import static io.gatehouse.rest.error.ErrorType.USER_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_PHONE_ALREADY_VERIFIED;
import static io.gatehouse.rest.error.ErrorType.USER_PHONE_NOT_FOUND;

import io.gatehouse.application.contact.ConfirmEmail;
import io.gatehouse.application.contact.ConfirmPhone;
import io.gatehouse.application.contact.SendEmailVerification;
import io.gatehouse.application.contact.SendPhoneVerification;
import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.rest.endpoint.AliasOf;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.origin.RedirectUrlValidator;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.gatehouse.rest.token.TokenBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Verifies e-mail addresses and phone numbers. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class VerificationResource {

    private final ApiCall apiCall;
    private final RedirectUrlValidator urls;
    private final SendEmailVerification sendEmailVerification;
    private final ConfirmEmail confirmEmail;
    private final SendPhoneVerification sendPhoneVerification;
    private final ConfirmPhone confirmPhone;

    VerificationResource(
            ApiCall apiCall,
            RedirectUrlValidator urls,
            SendEmailVerification sendEmailVerification,
            ConfirmEmail confirmEmail,
            SendPhoneVerification sendPhoneVerification,
            ConfirmPhone confirmPhone) {
        this.apiCall = apiCall;
        this.urls = urls;
        this.sendEmailVerification = sendEmailVerification;
        this.confirmEmail = confirmEmail;
        this.sendPhoneVerification = sendPhoneVerification;
        this.confirmPhone = confirmPhone;
    }

    @POST
    @Path("/account/verifications/email")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Send a verification link by e-mail",
            scope = Scope.ACCOUNT,
            parameters = EmailVerificationBody.class,
            refusals = {GENERAL_SMTP_DISABLED, USER_EMAIL_NOT_FOUND, USER_EMAIL_ALREADY_VERIFIED},
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_CALLER))
    public TokenBody createEmailVerification() {
        var body = EmailVerificationBody.of(apiCall.parameters(), apiCall.project(), urls);
        return TokenBody.of(sendEmailVerification.handle(body.toCommand(apiCall), apiCall.context()), apiCall);
    }

    @POST
    @Path("/account/verification")
    @ResponseStatus(201)
    @AliasOf("createEmailVerification")
    public TokenBody createVerification() {
        return createEmailVerification();
    }

    @PUT
    @Path("/account/verifications/email")
    @Endpoint(
            summary = "Verify an e-mail address with the secret from the verification link",
            scope = Scope.PUBLIC,
            parameters = TokenRedemptionBody.class,
            refusals = {USER_NOT_FOUND, USER_INVALID_TOKEN},
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_USER_ID))
    public TokenBody updateEmailVerification() {
        var body = TokenRedemptionBody.of(apiCall.parameters());
        var owner = body.account(apiCall.project().id());
        var command = new ConfirmEmail.Command(owner, body.secret());
        return TokenBody.of(confirmEmail.handle(command, apiCall.context()));
    }

    @PUT
    @Path("/account/verification")
    @AliasOf("updateEmailVerification")
    public TokenBody updateVerification() {
        return updateEmailVerification();
    }

    @POST
    @Path("/account/verifications/phone")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Send a verification code by SMS",
            scope = Scope.ACCOUNT,
            switchedBy = SignInMethod.PHONE,
            refusals = {GENERAL_PHONE_DISABLED, USER_PHONE_NOT_FOUND, USER_PHONE_ALREADY_VERIFIED},
            limit =
                    @Limit(
                            perHour = 10,
                            by = {LimitKey.URL_AND_CALLER, LimitKey.URL_AND_IP}))
    public TokenBody createPhoneVerification() {
        var command = new SendPhoneVerification.Command(apiCall.account().id());
        return TokenBody.of(sendPhoneVerification.handle(command, apiCall.context()), apiCall);
    }

    @POST
    @Path("/account/verification/phone")
    @ResponseStatus(201)
    @AliasOf("createPhoneVerification")
    public TokenBody createLegacyPhoneVerification() {
        return createPhoneVerification();
    }

    @PUT
    @Path("/account/verifications/phone")
    @Endpoint(
            summary = "Verify a phone number with the code from the SMS",
            scope = Scope.PUBLIC,
            parameters = TokenRedemptionBody.class,
            refusals = {USER_NOT_FOUND, USER_INVALID_TOKEN},
            limit = @Limit(perHour = 10, by = LimitKey.USER_ID))
    public TokenBody updatePhoneVerification() {
        var body = TokenRedemptionBody.withCode(apiCall.parameters());
        var owner = body.account(apiCall.project().id());
        var command = new ConfirmPhone.Command(owner, body.secret());
        return TokenBody.of(confirmPhone.handle(command, apiCall.context()));
    }

    @PUT
    @Path("/account/verification/phone")
    @AliasOf("updatePhoneVerification")
    public TokenBody updateLegacyPhoneVerification() {
        return updatePhoneVerification();
    }
}
