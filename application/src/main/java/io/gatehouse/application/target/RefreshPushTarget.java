package io.gatehouse.application.target;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.Refusal.TargetNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.target.TargetCommand;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetId;
import java.time.InstantSource;

/** Replaces the push token of a device. The new one is assumed to be valid, even if the old one had expired. */
public final class RefreshPushTarget {

    private final DeviceNames names;
    private final AccountDirectory directory;
    private final EventStore store;
    private final InstantSource clock;

    public RefreshPushTarget(DeviceNames names, AccountDirectory directory, EventStore store, InstantSource clock) {
        this.names = names;
        this.directory = directory;
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountId account, TargetId target, Identifier identifier) {}

    /** @throws RefusedException with {@link TargetNotFound} or {@link TargetAlreadyExists} */
    public TargetView handle(Command command, RequestContext context) {
        var update = new TargetCommand.ChangePushTarget(
                command.target(),
                command.account(),
                names.of(context.metadata().userAgent()),
                command.identifier(),
                clock.instant());
        store.transact(
                context.audited(AuditAction.TARGET_UPDATE), streams -> streams.execute(command.target(), update));
        return directory
                .findTarget(command.account(), command.target())
                .orElseThrow(() -> new RefusedException(new TargetNotFound()));
    }
}
