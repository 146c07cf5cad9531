package io.gatehouse.application.account;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.account.AccountCommand;
import java.time.Duration;
import java.time.InstantSource;

/** Records when an account was last used, to within 24 hours. */
public final class TrackAccess {

    /** The API refreshes {@code accessedAt} at most once in 24 hours. */
    private static final Duration INTERVAL = Duration.ofHours(24);

    private final EventStore store;
    private final InstantSource clock;

    public TrackAccess(EventStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param account the caller's account, as authenticated */
    public record Command(AccountView account) {}

    /** @return the account as it is now; unchanged if blocked, or if its last access is less than 24 hours old */
    public AccountView handle(Command command, RequestContext context) {
        var account = command.account();
        var now = clock.instant();
        if (account.blocked() || account.accessedAt().plus(INTERVAL).isAfter(now)) {
            return account;
        }
        return store.transact(context.metadata(), streams -> {
            streams.execute(account.id(), new AccountCommand.RecordAccess(account.id(), now));
            return account.withAccess(now);
        });
    }
}
