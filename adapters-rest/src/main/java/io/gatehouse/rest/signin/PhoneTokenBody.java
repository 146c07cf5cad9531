package io.gatehouse.rest.signin;

import io.gatehouse.application.account.PhoneInput;
import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.signin.SendSmsCode;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/**
 * The parameters of a sign-in code by SMS.
 *
 * @param userId the ID of the user to be created if the number belongs to none
 */
public record PhoneTokenBody(NewId userId, PhoneInput phone) {

    public static PhoneTokenBody of(Parameters parameters, PhoneNumbers numbers) {
        return new PhoneTokenBody(
                parameters.required("userId", NewId::parse), parameters.required("phone", "number", numbers::parse));
    }

    SendSmsCode.Command toCommand(ApiCall apiCall) {
        var newUser = new AccountId(apiCall.project().id(), apiCall.resolve(userId));
        return new SendSmsCode.Command(newUser, phone);
    }
}
