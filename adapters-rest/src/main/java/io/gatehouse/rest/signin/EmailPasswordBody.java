package io.gatehouse.rest.signin;

import io.gatehouse.application.signin.SignInWithPassword;
import io.gatehouse.domain.account.EmailAddress;
import io.gatehouse.domain.account.PlainPassword;
import io.gatehouse.rest.parameter.Parameters;

/** What one signs in with. */
record EmailPasswordBody(EmailAddress email, PlainPassword password) {

    static EmailPasswordBody of(Parameters typed) {
        return new EmailPasswordBody(
                typed.required("email", EmailAddress::parse), typed.required("password", PlainPassword::parse));
    }

    SignInWithPassword.Command toCommand() {
        return new SignInWithPassword.Command(email, password);
    }
}
