package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** All commands to an authenticator app. */
public sealed interface AuthenticatorCommand {

    /** Marks it as verified, after a correct code. */
    record ActivateAuthenticator(AccountId account, AuthenticatorId authenticator, Instant at)
            implements AuthenticatorCommand {}

    /** Deletes an unverified one so that another can be enrolled; refused if it is verified. */
    record ReplaceAuthenticator(AccountId account, AuthenticatorId authenticator, Instant at)
            implements AuthenticatorCommand {}

    /** Requires that it is verified. */
    record RequireVerified(AuthenticatorId authenticator) implements AuthenticatorCommand {}

    /** Requires that it exists and is not verified yet. */
    record RequireUnverified() implements AuthenticatorCommand {}

    record DeleteAuthenticator(AccountId account, AuthenticatorId authenticator, Instant at)
            implements AuthenticatorCommand {}
}
