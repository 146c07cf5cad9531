package io.gatehouse.application.session;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionId;
import java.time.InstantSource;
import java.util.List;

/** Signs a user out of one session. */
public final class SignOut {

    private final EventStore store;
    private final InstantSource clock;

    public SignOut(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountId account, SessionId session) {}

    /** @throws RefusedException with {@link SessionNotFound}, also for all but the first of concurrent requests */
    public void handle(Command command, RequestContext context) {
        var now = clock.instant();
        store.transact(context.audited(AuditAction.SESSION_DELETE), streams -> {
            SessionTermination.end(
                    streams,
                    command.account(),
                    List.of(command.session()),
                    session -> new RevokeSession(session, command.account(), now),
                    now);
            return now;
        });
    }
}
