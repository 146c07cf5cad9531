package io.gatehouse.application.session;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.ExtendUntil;
import io.gatehouse.domain.session.SessionId;
import java.time.InstantSource;

/** Extends a session to the full session duration. */
public final class ExtendSession {

    private final SessionViews sessions;
    private final EventStore store;
    private final InstantSource clock;

    public ExtendSession(SessionViews sessions, EventStore store, InstantSource clock) {
        this.sessions = sessions;
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountId account, SessionId session) {}

    /** @throws RefusedException with {@link SessionNotFound} */
    public SessionView handle(Command command, RequestContext context) {
        var now = clock.instant();
        var until = now.plus(context.project().policies().sessions().duration());
        var extend = new ExtendUntil(command.session(), command.account(), until, now);
        store.transact(
                context.audited(AuditAction.SESSION_UPDATE), streams -> streams.execute(command.session(), extend));
        return sessions.find(command.account(), command.session(), now)
                .orElseThrow(() -> new RefusedException(new SessionNotFound()));
    }
}
