package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** Everything one can ask of an authenticator app. */
public sealed interface AuthenticatorCommand {

    /** Lets it count, now that it has shown a code that was right. */
    record ActivateAuthenticator(AccountId account, AuthenticatorId authenticator, Instant at)
            implements AuthenticatorCommand {}

    /** Makes room for another one, unless this one counts already. */
    record ReplaceAuthenticator(AccountId account, AuthenticatorId authenticator, Instant at)
            implements AuthenticatorCommand {}

    /** Whether its codes prove anything. */
    record RequireVerified(AuthenticatorId authenticator) implements AuthenticatorCommand {}

    record DeleteAuthenticator(AccountId account, AuthenticatorId authenticator, Instant at)
            implements AuthenticatorCommand {}
}
