package io.gatehouse.application.session;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sessions as the log tells of them. */
public final class InMemorySessionViews implements SessionViews {

    private final InMemoryEventStore store;

    public InMemorySessionViews(InMemoryEventStore store) {
        this.store = store;
    }

    @Override
    public List<SessionView> of(AccountId account, Instant now) {
        return valid(account, now)
                .sorted(comparing(SessionCreated::at))
                .map(InMemorySessionViews::view)
                .toList();
    }

    @Override
    public Optional<SessionView> find(AccountId account, SessionId session, Instant now) {
        return of(account, now).stream()
                .filter(view -> view.id().equals(session))
                .findFirst();
    }

    Stream<SessionCreated> valid(AccountId account, Instant now) {
        var ended = store.all(SessionRevoked.class).map(SessionRevoked::session).collect(toSet());
        return store.all(SessionCreated.class)
                .filter(e -> e.account().equals(account) && !e.expiresAt().isBefore(now))
                .filter(e -> !ended.contains(e.session()));
    }

    static SessionView view(SessionCreated e) {
        return new SessionView(
                e.session(),
                e.account().value(),
                e.at(),
                e.at(),
                e.expiresAt(),
                e.provider(),
                e.providerUid().value(),
                e.ip().value(),
                e.client(),
                e.countryCode(),
                e.factors(),
                null);
    }
}
