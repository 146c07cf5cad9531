package io.gatehouse.rest.signin;

import io.gatehouse.application.signin.SendEmailCode;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/**
 * Who wants a code by mail.
 *
 * @param userId of the user if there is none yet
 * @param phrase whether two words to compare are wanted
 */
public record EmailTokenBody(NewId userId, EmailAddress email, boolean phrase) {

    public static EmailTokenBody of(Parameters typed) {
        return new EmailTokenBody(
                typed.required("userId", NewId::parse),
                typed.required("email", EmailAddress::parse),
                typed.flag("phrase", false));
    }

    public SendEmailCode.Command toCommand(ApiCall apiCall) {
        var wanted = new AccountId(apiCall.project().id(), apiCall.resolve(userId));
        return new SendEmailCode.Command(wanted, email, phrase);
    }
}
