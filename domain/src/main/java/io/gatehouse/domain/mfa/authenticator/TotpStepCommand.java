package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** Everything one can ask of a step of an authenticator app. */
public sealed interface TotpStepCommand {

    record SpendStep(AccountId account, TotpStepId step, Instant at) implements TotpStepCommand {}

    /** Whether nobody has used its code: whoever has will not come back with an older one. */
    record RequireUnspent() implements TotpStepCommand {}
}
