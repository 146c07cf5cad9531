package io.gatehouse.rest.password;

import static io.gatehouse.rest.error.ErrorType.GENERAL_SMTP_DISABLED;
import static io.gatehouse.rest.error.ErrorType.PASSWORD_RECENTLY_USED;
import static io.gatehouse.rest.error.ErrorType.USER_INVALID_TOKEN;
import static io.gatehouse.rest.error.ErrorType.USER_NOT_FOUND;
import static io.gatehouse.rest.error.ErrorType.USER_PASSWORD_MISMATCH;

import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.password.RequestPasswordRecovery;
import io.gatehouse.application.password.ResetPassword;
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

/** Password recovery by e-mail. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class RecoveryResource {

    private final ApiCall apiCall;
    private final RedirectUrlValidator urls;
    private final PasswordPolicy passwordPolicy;
    private final RequestPasswordRecovery requestPasswordRecovery;
    private final ResetPassword resetPassword;

    RecoveryResource(
            ApiCall apiCall,
            RedirectUrlValidator urls,
            PasswordPolicy passwordPolicy,
            RequestPasswordRecovery requestPasswordRecovery,
            ResetPassword resetPassword) {
        this.apiCall = apiCall;
        this.urls = urls;
        this.passwordPolicy = passwordPolicy;
        this.requestPasswordRecovery = requestPasswordRecovery;
        this.resetPassword = resetPassword;
    }

    @POST
    @Path("/account/recovery")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Send a password recovery link by e-mail",
            scope = Scope.SESSIONS_WRITE,
            parameters = RecoveryBody.class,
            refusals = {GENERAL_SMTP_DISABLED, USER_NOT_FOUND},
            limit =
                    @Limit(
                            perHour = 10,
                            by = {LimitKey.URL_AND_EMAIL, LimitKey.URL_AND_IP}))
    public TokenBody createRecovery() {
        var body = RecoveryBody.of(apiCall.parameters(), apiCall.project(), urls);
        return TokenBody.of(requestPasswordRecovery.handle(body.toCommand(apiCall), apiCall.context()), apiCall);
    }

    @PUT
    @Path("/account/recovery")
    @Endpoint(
            summary = "Set a new password with the secret from the recovery link",
            scope = Scope.SESSIONS_WRITE,
            parameters = NewPasswordBody.class,
            refusals = {USER_PASSWORD_MISMATCH, USER_NOT_FOUND, USER_INVALID_TOKEN, PASSWORD_RECENTLY_USED},
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_USER_ID))
    public TokenBody updateRecovery() {
        var body = NewPasswordBody.of(apiCall.parameters(), apiCall.project(), passwordPolicy);
        return TokenBody.of(resetPassword.handle(body.toCommand(apiCall), apiCall.context()));
    }
}
