package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.Ciphertext;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** Everything that can have happened to an authenticator app. */
public sealed interface AuthenticatorEvent extends Event {

    /** Which authenticator. */
    AuthenticatorId authenticator();

    /** @param secret what it computes its codes from */
    record AuthenticatorCreated(AccountId account, AuthenticatorId authenticator, Ciphertext secret, Instant at)
            implements AuthenticatorEvent {}

    /** It has shown a code that was right: from now on it counts. */
    record AuthenticatorVerified(AccountId account, AuthenticatorId authenticator, Instant at)
            implements AuthenticatorEvent {}

    /** Its user did not want it any more, or never verified it and began anew. */
    record AuthenticatorDeleted(AccountId account, AuthenticatorId authenticator, Instant at)
            implements AuthenticatorEvent {}
}
