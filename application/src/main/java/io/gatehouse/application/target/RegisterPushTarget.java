package io.gatehouse.application.target;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.account.AccountView.TargetView;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.Refusal.TargetAlreadyExists;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountCommand.RequireActive;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.RequireSession;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetEvent.Identifier;
import io.gatehouse.domain.target.TargetEvent.PushTargetCreated;
import io.gatehouse.domain.target.TargetId;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Registers a device for push messages. */
public final class RegisterPushTarget {

    private final DeviceNames names;
    private final EventStore store;
    private final InstantSource clock;

    public RegisterPushTarget(DeviceNames names, EventStore store, InstantSource clock) {
        this.names = names;
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param session the session whose end deletes the target; null if the caller has none
     * @param providerId the messaging provider to use; its existence is not checked; null for the project's first
     */
    public record Command(
            AccountId account,
            @Nullable SessionId session,
            TargetId target,
            Identifier identifier,
            @Nullable String providerId) {}

    /**
     * Does not look up the ID or the identifier: the transaction that appends the event guarantees that both are
     * unique.
     *
     * @throws RefusedException with {@link TargetAlreadyExists}, or {@link SessionNotFound} if the session ends
     *     concurrently
     */
    public TargetView handle(Command command, RequestContext context) {
        var created = new PushTargetCreated(
                command.account(),
                command.target(),
                command.session(),
                command.providerId(),
                names.of(context.metadata().userAgent()),
                command.identifier(),
                clock.instant());
        return store.transact(context.audited(AuditAction.TARGET_CREATE), streams -> {
            requireOwner(streams, command, created.at());
            streams.append(created);
            return view(created);
        });
    }

    /** Requires that the account and the session still exist: a target must not outlive them. */
    private static void requireOwner(Streams streams, Command command, Instant now) {
        streams.execute(command.account(), new RequireActive(command.account()));
        if (command.session() != null) {
            streams.execute(command.session(), new RequireSession(command.session(), command.account(), now));
        }
    }

    private static TargetView view(PushTargetCreated created) {
        return new TargetView(
                created.target().value(),
                created.at(),
                created.at(),
                created.name(),
                created.providerId(),
                "push",
                created.identifier().value(),
                false);
    }
}
