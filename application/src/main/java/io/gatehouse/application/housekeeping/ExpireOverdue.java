package io.gatehouse.application.housekeeping;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Streams;
import io.gatehouse.application.housekeeping.ExpireOverdue.OverdueItems.OverdueSession;
import io.gatehouse.application.session.SessionTermination;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeCommand.ExpireChallenge;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.token.TokenCommand.ExpireToken;
import io.gatehouse.domain.token.TokenId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Records the expiry of overdue sessions, tokens and challenges, which removes them from the views. */
public final class ExpireOverdue {

    /** The maximum of each kind per run, so that no node is busy with it for long. */
    private static final int LIMIT = 500;

    private final OverdueItems overdue;
    private final BackgroundWork backgroundWork;
    private final InstantSource clock;

    public ExpireOverdue(OverdueItems overdue, EventStore store, InstantSource clock) {
        this.overdue = overdue;
        this.backgroundWork = new BackgroundWork(store);
        this.clock = clock;
    }

    /** Finds items that have expired, but whose expiry is not recorded yet. */
    public interface OverdueItems {

        /** @return sessions of all projects, the longest overdue first */
        List<OverdueSession> sessions(Instant expiredBefore, int limit);

        /** @return tokens of all projects, the longest overdue first */
        List<TokenId> tokens(Instant expiredBefore, int limit);

        /** @return challenges of all projects, the longest overdue first */
        List<ChallengeId> challenges(Instant expiredBefore, int limit);

        record OverdueSession(SessionId id, AccountId owner) {}
    }

    /**
     * Records the expiry of what is overdue. A failed item does not stop the others; it stays due for the next run.
     *
     * @return whether there may be more
     * @throws RuntimeException the first failure, after all other items have been processed
     */
    public boolean handle() {
        var now = clock.instant();
        var tasks = tasks(now).toList();
        backgroundWork.runAll(tasks);
        return tasks.size() >= LIMIT;
    }

    private Stream<Consumer<Streams>> tasks(Instant now) {
        return Stream.of(
                        overdue.sessions(now, LIMIT).stream()
                                .<Consumer<Streams>>map(old -> streams -> expire(streams, old, now)),
                        overdue.tokens(now, LIMIT).stream()
                                .<Consumer<Streams>>map(id -> streams -> streams.execute(id, new ExpireToken(id, now))),
                        overdue.challenges(now, LIMIT).stream()
                                .<Consumer<Streams>>map(
                                        id -> streams -> streams.execute(id, new ExpireChallenge(id, now))))
                .flatMap(kind -> kind);
    }

    private static void expire(Streams streams, OverdueSession old, Instant now) {
        SessionTermination.end(
                streams, old.owner(), List.of(old.id()), session -> new ExpireSession(session, now), now);
    }
}
