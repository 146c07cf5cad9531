package io.gatehouse.rest.password;

import static io.gatehouse.rest.error.ErrorType.PASSWORD_PERSONAL_DATA;
import static io.gatehouse.rest.error.ErrorType.PASSWORD_RECENTLY_USED;
import static io.gatehouse.rest.error.ErrorType.USER_INVALID_CREDENTIALS;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.rest.account.AccountBody;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Changes the password of an account. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class PasswordResource {

    private final ApiCall apiCall;
    private final EmailDomains emailDomains;
    private final PasswordPolicy passwordPolicy;
    private final UpdatePassword updatePassword;

    PasswordResource(
            ApiCall apiCall, EmailDomains emailDomains, PasswordPolicy passwordPolicy, UpdatePassword updatePassword) {
        this.apiCall = apiCall;
        this.emailDomains = emailDomains;
        this.passwordPolicy = passwordPolicy;
        this.updatePassword = updatePassword;
    }

    @PATCH
    @Path("/account/password")
    @Endpoint(
            summary = "Update the account's password, or set one if the account has none",
            scope = Scope.ACCOUNT,
            parameters = PasswordBody.class,
            refusals = {USER_INVALID_CREDENTIALS, PASSWORD_RECENTLY_USED, PASSWORD_PERSONAL_DATA},
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_IP))
    public AccountBody updatePassword() {
        var body = PasswordBody.of(apiCall.parameters(), apiCall.project(), passwordPolicy);
        return body(updatePassword.handle(body.toCommand(apiCall), apiCall.context()));
    }

    private AccountBody body(AccountView account) {
        return AccountBody.of(account, emailDomains);
    }
}
