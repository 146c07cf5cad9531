package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** Everything that can have happened to an authenticator app. */
public sealed interface AuthenticatorEvent extends Event {

    AccountId account();

    @Override
    default ProjectId project() {
        return account().project();
    }

    @Override
    default String userId() {
        return account().value();
    }

    /** Which authenticator. */
    AuthenticatorId authenticator();

    /** @param secret the encrypted TOTP secret */
    record AuthenticatorCreated(AccountId account, AuthenticatorId authenticator, Ciphertext secret, Instant at)
            implements AuthenticatorEvent {}

    /** The user has sent a correct code: from now on it is a second factor. */
    record AuthenticatorVerified(AccountId account, AuthenticatorId authenticator, Instant at)
            implements AuthenticatorEvent {}

    /** The user removed it, or enrolled another one before it was verified. */
    record AuthenticatorDeleted(AccountId account, AuthenticatorId authenticator, Instant at)
            implements AuthenticatorEvent {}
}
