package io.gatehouse.rest.token;

import io.gatehouse.application.Ids;
import io.gatehouse.application.account.PhoneNumbers;
import io.gatehouse.application.signin.SendSmsCode;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.PhoneNumber;
import io.gatehouse.rest.ApiCall;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;

/**
 * Who wants a code by SMS.
 *
 * @param userId of the user if there is none yet
 */
record PhoneTokenBody(NewId userId, PhoneNumber phone) {

    static PhoneTokenBody of(Parameters typed, PhoneNumbers numbers) {
        return new PhoneTokenBody(
                typed.required("userId", NewId::parse), typed.required("phone", "number", numbers::parse));
    }

    SendSmsCode.Command toCommand(ApiCall apiCall, Ids ids) {
        var wanted = new AccountId(apiCall.project().id(), userId.or(ids));
        return new SendSmsCode.Command(apiCall.project(), wanted, phone, apiCall.locale());
    }
}
