package io.gatehouse.rest.account;

import static io.gatehouse.rest.ErrorType.USER_ALREADY_EXISTS;

import io.gatehouse.application.Ids;
import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.CreateAccount;
import io.gatehouse.application.account.EmailDomains;
import io.gatehouse.application.account.UpdateName;
import io.gatehouse.application.account.UpdatePreferences;
import io.gatehouse.application.account.UpdateStatus;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.Endpoint;
import io.gatehouse.rest.LimitKey;
import io.gatehouse.rest.Scope;
import io.gatehouse.rest.SessionCookies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What users do with their own accounts. */
@Path("/v1/account")
@RunOnVirtualThread
@Cancellable(false)
final class AccountResource {

    private final Call call;
    private final Ids ids;
    private final EmailDomains emailDomains;
    private final CreateAccount createAccount;
    private final UpdateName updateName;
    private final UpdatePreferences updatePreferences;
    private final UpdateStatus updateStatus;

    AccountResource(
            Call call,
            Ids ids,
            EmailDomains emailDomains,
            CreateAccount createAccount,
            UpdateName updateName,
            UpdatePreferences updatePreferences,
            UpdateStatus updateStatus) {
        this.call = call;
        this.ids = ids;
        this.emailDomains = emailDomains;
        this.createAccount = createAccount;
        this.updateName = updateName;
        this.updatePreferences = updatePreferences;
        this.updateStatus = updateStatus;
    }

    @POST
    @ResponseStatus(201)
    @Endpoint(
            summary = "Sign up with an e-mail address and a password. Opens no session.",
            scope = Scope.SESSIONS_WRITE,
            switchedBy = "email-password",
            limit = 10,
            per = LimitKey.URL_AND_IP,
            takes = NewAccountBody.class,
            refusals = USER_ALREADY_EXISTS)
    public AccountBody createAccount() {
        var body = NewAccountBody.of(call.parameters());
        return body(createAccount.handle(body.toCommand(call.project().id(), ids), call.occasion()));
    }

    @GET
    @Endpoint(summary = "Look at oneself", scope = Scope.ACCOUNT)
    public AccountBody getAccount() {
        return body(call.account());
    }

    @PATCH
    @Path("/name")
    @Endpoint(summary = "Change one's name", scope = Scope.ACCOUNT, takes = NameBody.class)
    public AccountBody updateName() {
        var body = NameBody.of(call.parameters());
        return body(updateName.handle(body.toCommand(call.account()), call.occasion()));
    }

    @GET
    @Path("/prefs")
    @Endpoint(summary = "Get one's preferences, whatever the app keeps there", scope = Scope.ACCOUNT)
    public PreferencesBody getPrefs() {
        return PreferencesBody.of(call.account());
    }

    @PATCH
    @Path("/prefs")
    @Endpoint(
            summary = "Replace one's preferences as a whole",
            scope = Scope.ACCOUNT,
            timestamped = true,
            takes = NewPreferencesBody.class)
    public AccountBody updatePrefs() {
        var body = NewPreferencesBody.of(call.parameters());
        return body(updatePreferences.handle(body.toCommand(call.account()), call.occasion()));
    }

    @PATCH
    @Path("/status")
    @Endpoint(summary = "Block oneself. Only a server can undo it.", scope = Scope.ACCOUNT)
    public RestResponse<AccountBody> updateStatus() {
        var account = updateStatus.handle(new UpdateStatus.Command(call.account()), call.occasion());
        return SessionCookies.drop(ResponseBuilder.ok(body(account)), call).build();
    }

    private AccountBody body(AccountView account) {
        return AccountBody.of(account, emailDomains, call.format());
    }
}
