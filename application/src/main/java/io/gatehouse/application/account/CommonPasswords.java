package io.gatehouse.application.account;

import io.gatehouse.domain.account.PlainPassword;

/** The passwords that attackers try first, a deny list. */
public interface CommonPasswords {

    /** Whether it is one of the 10 000 most common passwords; compared exactly, case-sensitively. */
    boolean contains(PlainPassword password);
}
