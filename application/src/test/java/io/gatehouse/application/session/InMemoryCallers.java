package io.gatehouse.application.session;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.account.InMemoryAccountDirectory;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Recognises people by the sessions the log tells of. */
public final class InMemoryCallers implements Callers {

    private final InMemoryAccountDirectory accounts;
    private final InMemorySessionViews sessions;

    public InMemoryCallers(InMemoryEventStore store) {
        this.accounts = new InMemoryAccountDirectory(store);
        this.sessions = new InMemorySessionViews(store);
    }

    @Override
    public Optional<SignedIn> recognise(AccountId claimed, SecretDigest secret, Instant now) {
        return sessions.valid(claimed, now)
                .filter(session -> session.secret().equals(secret))
                .findFirst()
                .map(InMemorySessionViews::view)
                .flatMap(session -> accounts.view(claimed).map(account -> new SignedIn(account, session)));
    }
}
