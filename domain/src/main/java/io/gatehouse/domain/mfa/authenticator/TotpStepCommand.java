package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** All commands to a time step of an authenticator app. */
public sealed interface TotpStepCommand {

    record SpendStep(AccountId account, TotpStepId step, Instant at) implements TotpStepCommand {}

    /**
     * Refuses if this step was used. Sent to the steps after the presented one: no code is accepted after a newer one.
     */
    record RequireUnspent() implements TotpStepCommand {}
}
