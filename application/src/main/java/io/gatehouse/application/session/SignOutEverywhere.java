package io.gatehouse.application.session;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.EndSession;
import java.time.InstantSource;

/** Signs a user out of all sessions. */
public final class SignOutEverywhere {

    private final EventStore store;
    private final InstantSource clock;

    public SignOutEverywhere(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountId account) {}

    /** Ends all sessions. A session opened concurrently is ended too, or is opened after this unit of work. */
    public void handle(Command command, RequestContext context) {
        var now = clock.instant();
        store.transact(context.audited(AuditAction.SESSION_DELETE), streams -> {
            var open = streams.list(command.account(), OpenSession.INVENTORY).stream()
                    .map(OpenSession::id)
                    .toList();
            SessionTermination.end(
                    streams, command.account(), open, session -> new EndSession(session, command.account(), now), now);
            return now;
        });
    }
}
