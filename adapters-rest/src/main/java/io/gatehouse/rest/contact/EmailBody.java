package io.gatehouse.rest.contact;

import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.contact.UpdateEmail;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** A new address, and the password of the account; its first one if it has none. */
public record EmailBody(EmailAddress email, AcceptedPassword password) {

    public static EmailBody of(Parameters typed, PasswordPolicy passwords) {
        return new EmailBody(
                typed.required("email", EmailAddress::parse),
                typed.required("password", passwords::acceptConfirmation));
    }

    public UpdateEmail.Command toCommand(ApiCall apiCall) {
        return new UpdateEmail.Command(apiCall.account().id(), email, password);
    }
}
