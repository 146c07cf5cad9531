package io.gatehouse.application.session;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.session.SessionsFromLog.SessionState;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sessions, folded from the log at every call. */
public final class InMemorySessionViews implements SessionViews {

    private final InMemoryEventStore store;

    public InMemorySessionViews(InMemoryEventStore store) {
        this.store = store;
    }

    @Override
    public List<SessionView> of(AccountId account, Instant now) {
        return valid(account, now).map(InMemorySessionViews::view).toList();
    }

    @Override
    public Optional<SessionView> find(AccountId account, SessionId session, Instant now) {
        return of(account, now).stream()
                .filter(view -> view.id().equals(session))
                .findFirst();
    }

    Stream<SessionState> valid(AccountId account, Instant now) {
        return SessionsFromLog.in(store.events()).stream()
                .filter(session -> session.isOf(account))
                .filter(session -> !session.expiresAt().isBefore(now));
    }

    static SessionView view(SessionState session) {
        var created = session.created();
        return new SessionView(
                created.session(),
                created.account().value(),
                created.at(),
                session.updatedAt(),
                session.expiresAt(),
                created.provider(),
                created.providerUid().value(),
                created.ip().value(),
                created.client(),
                created.countryCode(),
                session.factors(),
                session.mfaUpdatedAt());
    }
}
