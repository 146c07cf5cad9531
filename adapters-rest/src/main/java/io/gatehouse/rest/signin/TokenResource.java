package io.gatehouse.rest.signin;

import static io.gatehouse.rest.error.ErrorType.GENERAL_PHONE_DISABLED;
import static io.gatehouse.rest.error.ErrorType.GENERAL_SMTP_DISABLED;
import static io.gatehouse.rest.error.ErrorType.USER_ALREADY_EXISTS;
import static io.gatehouse.rest.error.ErrorType.USER_COUNT_EXCEEDED;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_DISPOSABLE;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_FREE;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_CANONICAL;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_CORPORATE;

import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.application.signin.SendEmailCode;
import io.gatehouse.application.signin.SendMagicLink;
import io.gatehouse.application.signin.SendSmsCode;
import io.gatehouse.rest.RestSettings;
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
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sends sign-in links and codes. If the address or number belongs to no user, a user is created. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class TokenResource {

    private final ApiCall apiCall;
    private final RestSettings settings;
    private final RedirectUrlValidator urls;
    private final PhoneNumbers phoneNumbers;
    private final SendEmailCode sendEmailCode;
    private final SendMagicLink sendMagicLink;
    private final SendSmsCode sendSmsCode;

    TokenResource(
            ApiCall apiCall,
            RestSettings settings,
            RedirectUrlValidator urls,
            PhoneNumbers phoneNumbers,
            SendEmailCode sendEmailCode,
            SendMagicLink sendMagicLink,
            SendSmsCode sendSmsCode) {
        this.apiCall = apiCall;
        this.settings = settings;
        this.urls = urls;
        this.phoneNumbers = phoneNumbers;
        this.sendEmailCode = sendEmailCode;
        this.sendMagicLink = sendMagicLink;
        this.sendSmsCode = sendSmsCode;
    }

    @POST
    @Path("/account/tokens/email")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Send a sign-in code by e-mail",
            scope = Scope.SESSIONS_WRITE,
            switchedBy = SignInMethod.EMAIL_OTP,
            parameters = EmailTokenBody.class,
            refusals = {
                GENERAL_SMTP_DISABLED,
                USER_COUNT_EXCEEDED,
                USER_EMAIL_DISPOSABLE,
                USER_EMAIL_NOT_CANONICAL,
                USER_EMAIL_FREE,
                USER_EMAIL_NOT_CORPORATE,
                USER_ALREADY_EXISTS
            },
            limit =
                    @Limit(
                            ofMethod = true,
                            by = {LimitKey.URL_AND_EMAIL, LimitKey.URL_AND_IP}))
    public TokenBody createEmailToken() {
        var body = EmailTokenBody.of(apiCall.parameters());
        return TokenBody.of(sendEmailCode.handle(body.toCommand(apiCall), apiCall.context()), apiCall);
    }

    @POST
    @Path("/account/tokens/magic-url")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Send a magic link by e-mail",
            scope = Scope.SESSIONS_WRITE,
            switchedBy = SignInMethod.MAGIC_URL,
            parameters = MagicUrlTokenBody.class,
            refusals = {
                GENERAL_SMTP_DISABLED,
                USER_COUNT_EXCEEDED,
                USER_EMAIL_DISPOSABLE,
                USER_EMAIL_NOT_CANONICAL,
                USER_EMAIL_FREE,
                USER_EMAIL_NOT_CORPORATE,
                USER_ALREADY_EXISTS
            },
            limit =
                    @Limit(
                            ofMethod = true,
                            by = {LimitKey.URL_AND_EMAIL, LimitKey.URL_AND_IP}))
    public TokenBody createMagicURLToken() {
        var body = MagicUrlTokenBody.of(apiCall.parameters(), apiCall.project(), urls)
                .orDefaultUrl(settings.magicUrl());
        var command = body.toCommand(apiCall);
        return TokenBody.of(sendMagicLink.handle(command, apiCall.context()), apiCall);
    }

    @POST
    @Path("/account/sessions/magic-url")
    @ResponseStatus(201)
    @AliasOf("createMagicURLToken")
    public TokenBody createMagicURLSession() {
        return createMagicURLToken();
    }

    @POST
    @Path("/account/tokens/phone")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Send a sign-in code by SMS",
            scope = Scope.SESSIONS_WRITE,
            switchedBy = SignInMethod.PHONE,
            parameters = PhoneTokenBody.class,
            refusals = {GENERAL_PHONE_DISABLED, USER_COUNT_EXCEEDED, USER_ALREADY_EXISTS},
            limit =
                    @Limit(
                            ofMethod = true,
                            by = {LimitKey.URL_AND_PHONE, LimitKey.URL_AND_IP}))
    public TokenBody createPhoneToken() {
        var body = PhoneTokenBody.of(apiCall.parameters(), phoneNumbers);
        return TokenBody.ofPhone(sendSmsCode.handle(body.toCommand(apiCall), apiCall.context()), apiCall);
    }

    @POST
    @Path("/account/sessions/phone")
    @ResponseStatus(201)
    @AliasOf("createPhoneToken")
    public TokenBody createPhoneSession() {
        return createPhoneToken();
    }
}
