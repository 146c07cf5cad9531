package io.gatehouse.rest.contact;

import io.gatehouse.application.contact.UpdateEmail;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.rest.parameter.Parameters;

/** A new address, and the password there is, or is to be. */
public record EmailBody(EmailAddress email, PlainPassword password) {

    public static EmailBody of(Parameters typed) {
        return new EmailBody(
                typed.required("email", EmailAddress::parse), typed.required("password", PlainPassword::parse));
    }

    public UpdateEmail.Command toCommand(AccountId account) {
        return new UpdateEmail.Command(account, email, password);
    }
}
