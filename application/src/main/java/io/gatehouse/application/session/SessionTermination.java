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

/** Ends sessions, for whatever reason, and takes along the push targets that were registered in them. */
public final class SessionTermination {

    private SessionTermination() {}

    /**
     * @param owner of all these sessions
     * @param how what to ask of each; one that stays after all keeps its targets
     */
    public static void end(
            Streams streams,
            AccountId owner,
            Collection<SessionId> sessions,
            Function<SessionId, SessionCommand> how,
            Instant now) {
        var ended = sessions.stream()
                .filter(session -> streams.execute(session, how.apply(session)) instanceof Session.Ended)
                .collect(toUnmodifiableSet());
        if (!ended.isEmpty()) {
            streams.list(owner, RegisteredTarget.INVENTORY).stream()
                    .filter(target -> target.session() != null && ended.contains(target.session()))
                    .forEach(target ->
                            streams.execute(target.id(), new DeletePushTargetIfOwned(target.id(), owner, now)));
        }
    }
}
