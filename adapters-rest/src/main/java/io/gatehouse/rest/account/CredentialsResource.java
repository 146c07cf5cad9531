package io.gatehouse.rest.account;

import static io.gatehouse.rest.error.ErrorType.GENERAL_BAD_REQUEST;
import static io.gatehouse.rest.error.ErrorType.PASSWORD_PERSONAL_DATA;
import static io.gatehouse.rest.error.ErrorType.PASSWORD_RECENTLY_USED;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_DISPOSABLE;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_FREE;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_CANONICAL;
import static io.gatehouse.rest.error.ErrorType.USER_EMAIL_NOT_CORPORATE;
import static io.gatehouse.rest.error.ErrorType.USER_INVALID_CREDENTIALS;
import static io.gatehouse.rest.error.ErrorType.USER_PHONE_ALREADY_EXISTS;
import static io.gatehouse.rest.error.ErrorType.USER_TARGET_ALREADY_EXISTS;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.contact.UpdateEmail;
import io.gatehouse.application.contact.UpdatePhone;
import io.gatehouse.application.password.UpdatePassword;
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.rest.contact.EmailBody;
import io.gatehouse.rest.contact.PhoneBody;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.LimitKey;
import io.gatehouse.rest.password.PasswordBody;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.server.Cancellable;

/** How users change what they sign in with. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class CredentialsResource {

    private final ApiCall apiCall;
    private final EmailDomains emailDomains;
    private final PhoneNumbers phoneNumbers;
    private final PasswordPolicy passwordPolicy;
    private final UpdateEmail updateEmail;
    private final UpdatePhone updatePhone;
    private final UpdatePassword updatePassword;

    CredentialsResource(
            ApiCall apiCall,
            EmailDomains emailDomains,
            PhoneNumbers phoneNumbers,
            PasswordPolicy passwordPolicy,
            UpdateEmail updateEmail,
            UpdatePhone updatePhone,
            UpdatePassword updatePassword) {
        this.apiCall = apiCall;
        this.emailDomains = emailDomains;
        this.phoneNumbers = phoneNumbers;
        this.passwordPolicy = passwordPolicy;
        this.updateEmail = updateEmail;
        this.updatePhone = updatePhone;
        this.updatePassword = updatePassword;
    }

    @PATCH
    @Path("/account/email")
    @Endpoint(
            summary = "Change one's e-mail address. Whoever had no password has one afterwards.",
            scope = Scope.ACCOUNT,
            timestamped = true,
            parameters = EmailBody.class,
            refusals = {
                USER_INVALID_CREDENTIALS,
                USER_EMAIL_DISPOSABLE,
                USER_EMAIL_NOT_CANONICAL,
                USER_EMAIL_FREE,
                USER_EMAIL_NOT_CORPORATE,
                USER_TARGET_ALREADY_EXISTS,
                GENERAL_BAD_REQUEST
            })
    public AccountBody updateEmail() {
        var body = EmailBody.of(apiCall.parameters());
        return body(updateEmail.handle(body.toCommand(apiCall.account().id()), apiCall.context()));
    }

    @PATCH
    @Path("/account/phone")
    @Endpoint(
            summary = "Change one's phone number. Whoever had no password has one afterwards.",
            scope = Scope.ACCOUNT,
            parameters = PhoneBody.class,
            refusals = {USER_INVALID_CREDENTIALS, USER_TARGET_ALREADY_EXISTS, USER_PHONE_ALREADY_EXISTS})
    public AccountBody updatePhone() {
        var body = PhoneBody.of(apiCall.parameters(), phoneNumbers);
        return body(updatePhone.handle(body.toCommand(apiCall.account().id()), apiCall.context()));
    }

    @PATCH
    @Path("/account/password")
    @Endpoint(
            summary = "Change one's password, or choose the first one",
            scope = Scope.ACCOUNT,
            limit = 10,
            countedBy = LimitKey.URL_AND_IP,
            parameters = PasswordBody.class,
            refusals = {USER_INVALID_CREDENTIALS, PASSWORD_RECENTLY_USED, PASSWORD_PERSONAL_DATA})
    public AccountBody updatePassword() {
        var body = PasswordBody.of(apiCall.parameters(), apiCall.project(), passwordPolicy);
        return body(updatePassword.handle(body.toCommand(apiCall), apiCall.context()));
    }

    private AccountBody body(AccountView account) {
        return AccountBody.of(account, emailDomains);
    }
}
