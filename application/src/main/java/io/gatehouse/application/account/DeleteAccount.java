package io.gatehouse.application.account;

import io.gatehouse.application.Audit;
import io.gatehouse.application.EventStore;
import io.gatehouse.application.Occasion;
import io.gatehouse.domain.account.AccountCommand;
import io.gatehouse.domain.account.AccountId;
import java.time.InstantSource;

/** Lets users go, with everything that was theirs. */
public final class DeleteAccount {

    private final EventStore store;
    private final InstantSource clock;

    public DeleteAccount(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountId account) {}

    public void handle(Command command, Occasion occasion) {
        var delete = new AccountCommand.DeleteAccount(command.account(), clock.instant());
        store.transact(occasion.as(Audit.USER_DELETE), streams -> streams.ask(command.account(), delete));
    }
}
