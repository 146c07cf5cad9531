package io.gatehouse.rest.account;

import static io.gatehouse.rest.error.ErrorType.PASSWORD_PERSONAL_DATA;
import static io.gatehouse.rest.error.ErrorType.USER_ALREADY_EXISTS;
import static io.gatehouse.rest.error.ErrorType.USER_COUNT_EXCEEDED;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_DISPOSABLE;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_FREE;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_CANONICAL;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_CORPORATE;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.BlockOwnAccount;
import io.gatehouse.application.account.DeleteOwnAccount;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.account.UpdateName;
import io.gatehouse.application.account.UpdatePreferences;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.application.signup.SignUp;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.gatehouse.rest.request.SessionCookies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sign-up, and the endpoints by which users read and change their own account. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class AccountResource {

    private final ApiCall apiCall;
    private final EmailDomains emailDomains;
    private final PasswordPolicy passwordPolicy;
    private final SignUp signUp;
    private final DeleteOwnAccount deleteOwnAccount;
    private final UpdateName updateName;
    private final UpdatePreferences updatePreferences;
    private final BlockOwnAccount blockOwnAccount;

    AccountResource(
            ApiCall apiCall,
            EmailDomains emailDomains,
            PasswordPolicy passwordPolicy,
            SignUp signUp,
            DeleteOwnAccount deleteOwnAccount,
            UpdateName updateName,
            UpdatePreferences updatePreferences,
            BlockOwnAccount blockOwnAccount) {
        this.apiCall = apiCall;
        this.emailDomains = emailDomains;
        this.passwordPolicy = passwordPolicy;
        this.signUp = signUp;
        this.deleteOwnAccount = deleteOwnAccount;
        this.updateName = updateName;
        this.updatePreferences = updatePreferences;
        this.blockOwnAccount = blockOwnAccount;
    }

    @POST
    @Path("/account")
    @ResponseStatus(201)
    @Endpoint(
            summary = "Create an account with an e-mail address and a password. Creates no session.",
            scope = Scope.SESSIONS_WRITE,
            switchedBy = SignInMethod.EMAIL_PASSWORD,
            parameters = NewAccountBody.class,
            refusals = {
                USER_COUNT_EXCEEDED,
                PASSWORD_PERSONAL_DATA,
                USER_EMAIL_DISPOSABLE,
                USER_EMAIL_NOT_CANONICAL,
                USER_EMAIL_FREE,
                USER_EMAIL_NOT_CORPORATE,
                USER_ALREADY_EXISTS
            },
            limit = @Limit(perHour = 10, by = LimitKey.URL_AND_IP))
    public AccountBody createAccount() {
        var body = NewAccountBody.of(apiCall.parameters(), apiCall.project(), passwordPolicy);
        return body(signUp.handle(body.toCommand(apiCall), apiCall.context()));
    }

    @GET
    @Path("/account")
    @Endpoint(summary = "Get the current account", scope = Scope.ACCOUNT, limit = @Limit(none = Limit.UNDOCUMENTED))
    public AccountBody getAccount() {
        return body(apiCall.account());
    }

    @DELETE
    @Path("/account")
    @ResponseStatus(204)
    @Endpoint(
            summary = "Delete the account. Existing cookies stop working.",
            scope = Scope.ACCOUNT,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<Void> deleteAccount() {
        deleteOwnAccount.handle(new DeleteOwnAccount.Command(apiCall.account().id()), apiCall.context());
        return RestResponse.noContent();
    }

    @PATCH
    @Path("/account/name")
    @Endpoint(
            summary = "Update the account's name",
            scope = Scope.ACCOUNT,
            parameters = NameBody.class,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public AccountBody updateName() {
        var body = NameBody.of(apiCall.parameters());
        return body(updateName.handle(body.toCommand(apiCall), apiCall.context()));
    }

    @GET
    @Path("/account/prefs")
    @Endpoint(
            summary = "Get the account's preferences",
            scope = Scope.ACCOUNT,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public PreferencesBody getPrefs() {
        return PreferencesBody.of(apiCall.account());
    }

    @PATCH
    @Path("/account/prefs")
    @Endpoint(
            summary = "Replace all preferences",
            scope = Scope.ACCOUNT,
            timestamped = true,
            parameters = NewPreferencesBody.class,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public AccountBody updatePrefs() {
        var body = NewPreferencesBody.of(apiCall.parameters());
        return body(updatePreferences.handle(body.toCommand(apiCall), apiCall.context()));
    }

    @PATCH
    @Path("/account/status")
    @Endpoint(
            summary = "Block the current account. Only a server API can unblock it.",
            scope = Scope.ACCOUNT,
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public RestResponse<AccountBody> updateStatus() {
        var account = blockOwnAccount.handle(new BlockOwnAccount.Command(apiCall.account()), apiCall.context());
        return SessionCookies.drop(ResponseBuilder.ok(body(account)), apiCall).build();
    }

    private AccountBody body(AccountView account) {
        return AccountBody.of(account, emailDomains);
    }
}
