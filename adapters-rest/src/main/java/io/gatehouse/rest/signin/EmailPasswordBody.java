package io.gatehouse.rest.signin;

import io.gatehouse.application.signin.SignInWithPassword;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.rest.parameter.Parameters;

/** The credentials of a sign-in by password. */
record EmailPasswordBody(EmailAddress email, PlainPassword password) {

    static EmailPasswordBody of(Parameters parameters) {
        return new EmailPasswordBody(
                parameters.required("email", EmailAddress::parse),
                parameters.required("password", PlainPassword::parseExisting));
    }

    SignInWithPassword.Command toCommand() {
        return new SignInWithPassword.Command(email, password);
    }
}
