package io.gatehouse.application.session;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Occasion;
import io.gatehouse.application.Streams;
import io.gatehouse.domain.IpAddress;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionId;
import io.gatehouse.domain.token.TokenCommand.ExpireToken;
import io.gatehouse.domain.token.TokenId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Clears away sessions and tokens that have run out. They are of no use since then; now they are gone as well. */
public final class ClearAway {

    /** At a time, so that no node is busy with it for long. */
    private static final int MOST = 500;

    private static final Occasion NOBODY_ASKED =
            new Occasion("housekeeping", new IpAddress(""), UserAgent.UNKNOWN, null);

    private final Remains remains;
    private final EventStore store;
    private final InstantSource clock;

    public ClearAway(Remains remains, EventStore store, InstantSource clock) {
        this.remains = remains;
        this.store = store;
        this.clock = clock;
    }

    /** What has run out and is still there. */
    public interface Remains {

        /** @return the oldest first, of all projects */
        List<SessionId> sessions(Instant expiredBefore, int most);

        /** @return the oldest first, of all projects */
        List<TokenId> tokens(Instant expiredBefore, int most);
    }

    /**
     * What cannot be cleared away now stays for the next time, and keeps nothing else from going.
     *
     * @return whether there may be more
     * @throws RuntimeException the first trouble met, after everything else has been cleared away
     */
    public boolean handle() {
        var now = clock.instant();
        var sessions = remains.sessions(now, MOST);
        var tokens = remains.tokens(now, MOST);
        var troubles = Stream.concat(
                        sessions.stream()
                                .flatMap(id -> trouble(streams -> streams.ask(id, new ExpireSession(id, now)))),
                        tokens.stream().flatMap(id -> trouble(streams -> streams.ask(id, new ExpireToken(id, now)))))
                .toList();
        if (!troubles.isEmpty()) {
            throw troubles.getFirst();
        }
        return sessions.size() == MOST || tokens.size() == MOST;
    }

    private <R> Stream<RuntimeException> trouble(Function<Streams, R> work) {
        try {
            store.transact(NOBODY_ASKED, work);
            return Stream.of();
        } catch (RuntimeException trouble) {
            return Stream.of(trouble);
        }
    }
}
