package io.gatehouse.application.target;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.TargetNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetCommand;
import io.gatehouse.domain.target.TargetId;
import java.time.InstantSource;

/** Deletes a push target. */
public final class UnregisterPushTarget {

    private final EventStore store;
    private final InstantSource clock;

    public UnregisterPushTarget(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountId account, TargetId target) {}

    /** @throws RefusedException with {@link TargetNotFound} */
    public void handle(Command command, RequestContext context) {
        var delete = new TargetCommand.DeletePushTarget(command.target(), command.account(), clock.instant());
        store.transact(
                context.audited(AuditAction.TARGET_DELETE), streams -> streams.execute(command.target(), delete));
    }
}
