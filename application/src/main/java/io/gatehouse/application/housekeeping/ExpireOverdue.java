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

/** Clears away sessions, tokens and challenges that have run out. They are of no use since then; now they are gone as well. */
public final class ExpireOverdue {

    /** At a time, so that no node is busy with it for long. */
    private static final int MOST = 500;

    private final OverdueItems overdue;
    private final BackgroundWork backgroundWork;
    private final InstantSource clock;

    public ExpireOverdue(OverdueItems overdue, EventStore store, InstantSource clock) {
        this.overdue = overdue;
        this.backgroundWork = new BackgroundWork(store);
        this.clock = clock;
    }

    /** What has run out and is still there. */
    public interface OverdueItems {

        /** @return the oldest first, of all projects */
        List<OverdueSession> sessions(Instant expiredBefore, int most);

        /** @return the oldest first, of all projects */
        List<TokenId> tokens(Instant expiredBefore, int most);

        /** @return the oldest first, of all projects */
        List<ChallengeId> challenges(Instant expiredBefore, int most);

        record OverdueSession(SessionId id, AccountId owner) {}
    }

    /**
     * What cannot be cleared away now stays for the next time, and keeps nothing else from going.
     *
     * @return whether there may be more
     * @throws RuntimeException the first trouble met, after everything else has been cleared away
     */
    public boolean handle() {
        var now = clock.instant();
        var work = work(now).toList();
        backgroundWork.runAll(work);
        return work.size() >= MOST;
    }

    private Stream<Consumer<Streams>> work(Instant now) {
        return Stream.of(
                        overdue.sessions(now, MOST).stream()
                                .<Consumer<Streams>>map(old -> streams -> expire(streams, old, now)),
                        overdue.tokens(now, MOST).stream()
                                .<Consumer<Streams>>map(id -> streams -> streams.execute(id, new ExpireToken(id, now))),
                        overdue.challenges(now, MOST).stream()
                                .<Consumer<Streams>>map(
                                        id -> streams -> streams.execute(id, new ExpireChallenge(id, now))))
                .flatMap(kind -> kind);
    }

    private static void expire(Streams streams, OverdueSession old, Instant now) {
        SessionTermination.end(
                streams, old.owner(), List.of(old.id()), session -> new ExpireSession(session, now), now);
    }
}
