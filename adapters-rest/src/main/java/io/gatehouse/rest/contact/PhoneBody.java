package io.gatehouse.rest.contact;

import io.gatehouse.application.account.AcceptedPassword;
import io.gatehouse.application.account.PasswordPolicy;
import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.contact.UpdatePhone;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/** A new phone number and the account's password, which becomes its first one if it has none. */
public record PhoneBody(PhoneInput phone, AcceptedPassword password) {

    public static PhoneBody of(Parameters parameters, PhoneNumbers numbers, PasswordPolicy passwords) {
        return new PhoneBody(
                parameters.required("phone", "number", numbers::parse),
                parameters.required("password", passwords::acceptConfirmation));
    }

    public UpdatePhone.Command toCommand(ApiCall apiCall) {
        return new UpdatePhone.Command(apiCall.account().id(), phone, password);
    }
}
