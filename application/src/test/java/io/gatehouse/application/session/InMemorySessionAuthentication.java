package io.gatehouse.application.session;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.account.InMemoryAccountDirectory;
import io.gatehouse.application.session.SessionsFromLog.SessionState;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Authenticates by sessions folded from the event log. */
public final class InMemorySessionAuthentication implements SessionAuthentication {

    private final InMemoryAccountDirectory accounts;
    private final InMemorySessionViews sessions;

    public InMemorySessionAuthentication(InMemoryEventStore store) {
        this.accounts = new InMemoryAccountDirectory(store);
        this.sessions = new InMemorySessionViews(store);
    }

    @Override
    public Optional<AuthenticatedSession> authenticate(AccountId claimed, SecretDigest secret, Instant now) {
        return authenticate(claimed, now, session -> session.created().secret().equals(secret));
    }

    @Override
    public Optional<AuthenticatedSession> authenticate(List<ClaimedSession> presented, Instant now) {
        return presented.stream()
                .flatMap(one -> authenticate(one.account(), one.secret(), now).stream())
                .findFirst();
    }

    @Override
    public Optional<AuthenticatedSession> authenticate(AccountId claimed, SessionId id, Instant now) {
        return authenticate(claimed, now, session -> session.created().session().equals(id));
    }

    private Optional<AuthenticatedSession> authenticate(
            AccountId claimed, Instant now, Predicate<SessionState> presented) {
        return sessions.valid(claimed, now)
                .filter(presented)
                .findFirst()
                .map(InMemorySessionViews::view)
                .flatMap(session -> accounts.find(claimed).map(account -> new AuthenticatedSession(account, session)));
    }
}
