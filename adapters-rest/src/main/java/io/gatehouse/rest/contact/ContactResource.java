package io.gatehouse.rest.contact;

import static io.gatehouse.rest.error.ErrorType.GENERAL_BAD_REQUEST;
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
import io.gatehouse.application.project.EmailDomains;
import io.gatehouse.rest.account.AccountBody;
import io.gatehouse.rest.endpoint.Endpoint;
import io.gatehouse.rest.endpoint.Limit;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Changes the e-mail address and the phone number of an account. */
@Path("/v1")
@RunOnVirtualThread
@Cancellable(false)
final class ContactResource {

    private final ApiCall apiCall;
    private final EmailDomains emailDomains;
    private final PhoneNumbers phoneNumbers;
    private final PasswordPolicy passwordPolicy;
    private final UpdateEmail updateEmail;
    private final UpdatePhone updatePhone;

    ContactResource(
            ApiCall apiCall,
            EmailDomains emailDomains,
            PhoneNumbers phoneNumbers,
            PasswordPolicy passwordPolicy,
            UpdateEmail updateEmail,
            UpdatePhone updatePhone) {
        this.apiCall = apiCall;
        this.emailDomains = emailDomains;
        this.phoneNumbers = phoneNumbers;
        this.passwordPolicy = passwordPolicy;
        this.updateEmail = updateEmail;
        this.updatePhone = updatePhone;
    }

    @PATCH
    @Path("/account/email")
    @Endpoint(
            summary = "Update the account's e-mail address. "
                    + "If the account has no password, the given one becomes its password.",
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
            },
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public AccountBody updateEmail() {
        var body = EmailBody.of(apiCall.parameters(), passwordPolicy);
        return body(updateEmail.handle(body.toCommand(apiCall), apiCall.context()));
    }

    @PATCH
    @Path("/account/phone")
    @Endpoint(
            summary = "Update the account's phone number. "
                    + "If the account has no password, the given one becomes its password.",
            scope = Scope.ACCOUNT,
            parameters = PhoneBody.class,
            refusals = {USER_INVALID_CREDENTIALS, USER_TARGET_ALREADY_EXISTS, USER_PHONE_ALREADY_EXISTS},
            limit = @Limit(none = Limit.UNDOCUMENTED))
    public AccountBody updatePhone() {
        var body = PhoneBody.of(apiCall.parameters(), phoneNumbers, passwordPolicy);
        return body(updatePhone.handle(body.toCommand(apiCall), apiCall.context()));
    }

    private AccountBody body(AccountView account) {
        return AccountBody.of(account, emailDomains);
    }
}
