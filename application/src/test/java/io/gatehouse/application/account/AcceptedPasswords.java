package io.gatehouse.application.account;

import io.gatehouse.domain.account.PlainPassword;

/** Passwords for tests of use cases, which are not about the password policy. */
public final class AcceptedPasswords {

    private AcceptedPasswords() {}

    public static AcceptedPassword accepted(PlainPassword password) {
        return new AcceptedPassword(password);
    }
}
