package io.gatehouse.application.account;

import io.gatehouse.domain.account.PlainPassword;

/** The passwords that attackers try first. */
public interface CommonPasswords {

    /** Whether it is one of the 10 000 most common passwords, letter for letter. */
    boolean contains(PlainPassword password);
}
