package io.gatehouse.rest.signin;

import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.signin.SendSmsCode;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/**
 * Who wants a code by SMS.
 *
 * @param userId of the user if there is none yet
 */
public record PhoneTokenBody(NewId userId, PhoneNumber phone) {

    public static PhoneTokenBody of(Parameters typed, PhoneNumbers numbers) {
        return new PhoneTokenBody(
                typed.required("userId", NewId::parse), typed.required("phone", "number", numbers::parse));
    }

    SendSmsCode.Command toCommand(ApiCall apiCall) {
        var wanted = new AccountId(apiCall.project().id(), apiCall.resolve(userId));
        return new SendSmsCode.Command(wanted, phone);
    }
}
