package io.gatehouse.application.session;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.gatehouse.application.Streams;
import io.gatehouse.application.inventory.RegisteredTarget;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.Session;
import io.gatehouse.domain.session.SessionCommand;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.target.TargetCommand.DeletePushTargetIfOwned;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;

/** Ends sessions and deletes the push targets registered in them. */
public final class SessionTermination {

    private SessionTermination() {}

    /**
     * @param owner of all these sessions
     * @param command creates the command for each session; a session that does not end keeps its targets
     */
    public static void end(
            Streams streams,
            AccountId owner,
            Collection<SessionId> sessions,
            Function<SessionId, SessionCommand> command,
            Instant now) {
        var ended = sessions.stream()
                .filter(session -> streams.execute(session, command.apply(session)) instanceof Session.Ended)
                .collect(toUnmodifiableSet());
        if (!ended.isEmpty()) {
            streams.list(owner, RegisteredTarget.INVENTORY).stream()
                    .filter(target -> target.session() != null && ended.contains(target.session()))
                    .forEach(target ->
                            streams.execute(target.id(), new DeletePushTargetIfOwned(target.id(), owner, now)));
        }
    }
}
