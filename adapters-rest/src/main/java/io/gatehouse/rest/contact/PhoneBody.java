package io.gatehouse.rest.contact;

import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.contact.UpdatePhone;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.rest.parameter.Parameters;

/** A new number, and the password there is, or is to be. */
public record PhoneBody(PhoneNumber phone, PlainPassword password) {

    public static PhoneBody of(Parameters typed, PhoneNumbers numbers) {
        return new PhoneBody(
                typed.required("phone", "number", numbers::parse), typed.required("password", PlainPassword::parse));
    }

    public UpdatePhone.Command toCommand(AccountId account) {
        return new UpdatePhone.Command(account, phone, password);
    }
}
