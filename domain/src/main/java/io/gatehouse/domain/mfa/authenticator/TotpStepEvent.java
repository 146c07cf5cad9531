package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;

/** Everything that can have happened to a time step of an authenticator app. */
public sealed interface TotpStepEvent extends Event {

    AccountId account();

    @Override
    default ProjectId project() {
        return account().project();
    }

    @Override
    default String userId() {
        return account().value();
    }

    /**
     * Its code was accepted.
     *
     * @param step the number of the step, see {@link TotpStepId}
     */
    record TotpStepSpent(AccountId account, AuthenticatorId authenticator, long step, Instant at)
            implements TotpStepEvent {

        public TotpStepId stepId() {
            return new TotpStepId(authenticator, step);
        }
    }
}
