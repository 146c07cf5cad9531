package io.gatehouse.application.account;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.account.AccountCommand.BlockAccount;
import java.time.InstantSource;

/** Blocks the caller's account. Its sessions are kept and work again if the account is unblocked. */
public final class BlockOwnAccount {

    private final EventStore store;
    private final InstantSource clock;

    public BlockOwnAccount(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param account the caller's account, as authenticated */
    public record Command(AccountView account) {}

    public AccountView handle(Command command, RequestContext context) {
        var id = command.account().id();
        var now = clock.instant();
        return store.transact(context.audited(AuditAction.USER_UPDATE), streams -> {
            streams.execute(id, new BlockAccount(id, now));
            return command.account().withBlock(now);
        });
    }
}
