package io.gatehouse.application.account;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.inventory.OutstandingToken;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.application.request.AuditAction;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.account.AccountCommand;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.EndSession;
import io.gatehouse.domain.target.TargetCommand.DeletePushTargetIfOwned;
import io.gatehouse.domain.token.TokenCommand.WithdrawToken;
import io.gatehouse.domain.token.TokenEvent.Reason;
import java.time.Instant;
import java.time.InstantSource;

/** Deletes the caller's account, with its sessions, tokens and push targets. */
public final class DeleteOwnAccount {

    private final EventStore store;
    private final InstantSource clock;

    public DeleteOwnAccount(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    public record Command(AccountId account) {}

    public void handle(Command command, RequestContext context) {
        var now = clock.instant();
        store.transact(context.audited(AuditAction.USER_DELETE), streams -> {
            streams.execute(command.account(), new AccountCommand.DeleteAccount(command.account(), now));
            endSessions(streams, command.account(), now);
            withdrawTokens(streams, command.account(), now);
            deleteTargets(streams, command.account(), now);
            return now;
        });
    }

    private static void endSessions(Streams streams, AccountId account, Instant now) {
        streams.list(account, OpenSession.INVENTORY)
                .forEach(session -> streams.execute(session.id(), new EndSession(session.id(), account, now)));
    }

    /** Deletes targets tied to a session and those tied to none. */
    private static void deleteTargets(Streams streams, AccountId account, Instant now) {
        streams.list(account, RegisteredTarget.INVENTORY)
                .forEach(
                        target -> streams.execute(target.id(), new DeletePushTargetIfOwned(target.id(), account, now)));
    }

    private static void withdrawTokens(Streams streams, AccountId account, Instant now) {
        streams.list(account, OutstandingToken.INVENTORY)
                .forEach(token -> streams.execute(token.id(), new WithdrawToken(token.id(), Reason.USER_DELETED, now)));
    }
}
