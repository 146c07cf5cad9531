package io.gatehouse.domain.mfa.authenticator;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Refusal.InvalidToken;
import io.gatehouse.domain.mfa.authenticator.TotpStepCommand.RequireUnspent;
import io.gatehouse.domain.mfa.authenticator.TotpStepCommand.SpendStep;
import io.gatehouse.domain.mfa.authenticator.TotpStepEvent.TotpStepSpent;

/** The state of a time step, folded from its events: once accepted, its code cannot be replayed. */
public sealed interface TotpStep extends Aggregate<TotpStep, TotpStepCommand, TotpStepEvent> {

    record Unspent() implements TotpStep {}

    record Spent() implements TotpStep {}

    @Override
    default Decision<TotpStepEvent> decide(TotpStepCommand command) {
        return switch (this) {
            case Spent _ -> refuse(new InvalidToken());
            case Unspent _ ->
                switch (command) {
                    case RequireUnspent _ -> accept();
                    case SpendStep c ->
                        accept(new TotpStepSpent(
                                c.account(), c.step().authenticator(), c.step().number(), c.at()));
                };
        };
    }

    @Override
    default TotpStep evolve(TotpStepEvent event) {
        return switch (event) {
            case TotpStepSpent _ -> new Spent();
        };
    }
}
