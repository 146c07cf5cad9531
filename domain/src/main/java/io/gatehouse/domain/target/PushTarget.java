package io.gatehouse.domain.target;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Refusal.TargetNotFound;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetCommand.ChangePushTarget;
import io.gatehouse.domain.target.TargetCommand.DeletePushTarget;
import io.gatehouse.domain.target.TargetCommand.DeletePushTargetIfOwned;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetEvent.PushTargetUpdated;
import io.gatehouse.domain.target.TargetEvent.TargetCreated;
import io.gatehouse.domain.target.TargetEvent.TargetDeleted;
import io.gatehouse.domain.target.TargetEvent.TargetReaddressed;

/** The state of a push target, folded from its events. E-mail and SMS targets are treated as absent. */
public sealed interface PushTarget extends Aggregate<PushTarget, TargetCommand, TargetEvent> {

    record Absent() implements PushTarget {}

    record Registered(AccountId owner) implements PushTarget {}

    @Override
    default Decision<TargetEvent> decide(TargetCommand command) {
        return switch (command) {
            case ChangePushTarget c ->
                acceptFromOwner(c.by(), new PushTargetUpdated(c.by(), c.target(), c.name(), c.identifier(), c.at()));
            case DeletePushTarget c -> acceptFromOwner(c.by(), new TargetDeleted(c.by(), c.target(), c.at()));
            case DeletePushTargetIfOwned c -> deleteIfOwned(c);
        };
    }

    @Override
    default PushTarget evolve(TargetEvent event) {
        return switch (event) {
            case PushTargetCreated e -> new Registered(e.account());
            case TargetDeleted _ -> new Absent();
            case PushTargetUpdated _, TargetCreated _, TargetReaddressed _ -> this;
        };
    }

    private Decision<TargetEvent> acceptFromOwner(AccountId by, TargetEvent event) {
        return switch (this) {
            case Registered registered when registered.owner().equals(by) -> accept(event);
            case Registered _, Absent _ -> refuse(new TargetNotFound());
        };
    }

    private Decision<TargetEvent> deleteIfOwned(DeletePushTargetIfOwned c) {
        return switch (this) {
            case Registered registered
            when registered.owner().equals(c.owner()) -> accept(new TargetDeleted(c.owner(), c.target(), c.at()));
            case Registered _, Absent _ -> accept();
        };
    }
}
