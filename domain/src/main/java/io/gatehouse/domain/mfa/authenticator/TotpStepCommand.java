package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** All commands to a time step of an authenticator app. */
public sealed interface TotpStepCommand {

    record SpendStep(AccountId account, TotpStepId step, Instant at) implements TotpStepCommand {}

    /** Refuses a step that was already used, so an older code cannot follow a newer one. */
    record RequireUnspent() implements TotpStepCommand {}
}
