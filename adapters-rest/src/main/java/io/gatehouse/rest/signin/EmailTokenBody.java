package io.gatehouse.rest.signin;

import io.gatehouse.application.signin.SendEmailCode;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.rest.parameter.NewId;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;

/**
 * The parameters of a sign-in code by e-mail.
 *
 * @param userId the ID of the user to be created if the address belongs to none
 * @param phrase whether to generate a security phrase
 */
public record EmailTokenBody(NewId userId, EmailAddress email, boolean phrase) {

    public static EmailTokenBody of(Parameters parameters) {
        return new EmailTokenBody(
                parameters.required("userId", NewId::parse),
                parameters.required("email", EmailAddress::parse),
                parameters.flag("phrase", false));
    }

    public SendEmailCode.Command toCommand(ApiCall apiCall) {
        var newUser = new AccountId(apiCall.project().id(), apiCall.resolve(userId));
        return new SendEmailCode.Command(newUser, email, phrase);
    }
}
