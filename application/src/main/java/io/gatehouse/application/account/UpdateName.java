package io.gatehouse.application.account;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.ChangeName;
import io.gatehouse.domain.account.DisplayName;
import java.time.InstantSource;

/** Changes the name of a user. */
public final class UpdateName {

    private final EventStore store;
    private final InstantSource clock;

    public UpdateName(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param account the caller's account, as authenticated */
    public record Command(AccountView account, DisplayName name) {}

    /** @throws RefusedException with {@link UserIsBlocked} if the user was blocked after authentication */
    public AccountView handle(Command command, RequestContext context) {
        var id = command.account().id();
        var now = clock.instant();
        return store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
            streams.execute(id, new ChangeName(id, command.name(), now));
            return command.account().withName(command.name(), now);
        });
    }
}
