package io.gatehouse.rest.token;

import io.gatehouse.application.Ids;
import io.gatehouse.application.token.SendEmailCode;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;

/**
 * Who wants a code by mail.
 *
 * @param userId of the user if there is none yet
 * @param phrase whether two words to compare are wanted
 */
record EmailTokenBody(NewId userId, EmailAddress email, boolean phrase) {

    static EmailTokenBody of(Parameters typed) {
        return new EmailTokenBody(
                typed.required("userId", NewId::parse),
                typed.required("email", EmailAddress::parse),
                typed.flag("phrase", false));
    }

    SendEmailCode.Command toCommand(Call call, Ids ids) {
        var wanted = new AccountId(call.project().id(), userId.or(ids));
        return new SendEmailCode.Command(call.project(), wanted, email, phrase, call.locale());
    }
}
