package io.gatehouse.application.account;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.account.AccountCommand;
import java.time.Duration;
import java.time.InstantSource;

/** Remembers roughly when a user was last here. */
public final class TrackAccess {

    /** The API refreshes {@code accessedAt} at most once in 24 hours. */
    private static final Duration OFTEN_ENOUGH = Duration.ofHours(24);

    private final EventStore store;
    private final InstantSource clock;

    public TrackAccess(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return the account as it is now; the same one if it was here lately, or may not be here at all */
    public AccountView handle(AccountView account, RequestMetadata metadata) {
        var now = clock.instant();
        if (account.blocked() || account.accessedAt().plus(OFTEN_ENOUGH).isAfter(now)) {
            return account;
        }
        return store.transact(metadata, streams -> {
            streams.execute(account.id(), new AccountCommand.RecordAccess(account.id(), now));
            return account.withAccess(now);
        });
    }
}
