package io.gatehouse.rest.contact;

import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.contact.UpdateEmail;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** A new e-mail address and the account's password, which becomes its first one if it has none. */
public record EmailBody(EmailAddress email, AcceptedPassword password) {

    public static EmailBody of(Parameters parameters, PasswordPolicy passwords) {
        return new EmailBody(
                parameters.required("email", EmailAddress::parse),
                parameters.required("password", passwords::acceptConfirmation));
    }

    public UpdateEmail.Command toCommand(ApiCall apiCall) {
        return new UpdateEmail.Command(apiCall.account().id(), email, password);
    }
}
