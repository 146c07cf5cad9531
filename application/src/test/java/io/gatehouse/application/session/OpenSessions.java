package io.gatehouse.application.session;

import static java.util.Comparator.comparing;

import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionEvent;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionProlonged;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sessions that nothing has ended yet, as a log tells of them; time may have. */
public final class OpenSessions {

    private final Map<SessionId, OpenSession> open = new LinkedHashMap<>();

    private OpenSessions() {}

    record OpenSession(SessionCreated created, Instant updatedAt, Instant expiresAt) {

        boolean isOf(AccountId account) {
            return created.account().equals(account);
        }
    }

    /** @return the sessions of everybody, oldest first */
    static List<OpenSession> in(List<Event> log) {
        var sessions = new OpenSessions();
        log.forEach(sessions::evolve);
        return sessions.open.values().stream()
                .sorted(comparing(session -> session.created().at()))
                .toList();
    }

    /** @return oldest first */
    public static List<HeldSession> of(AccountId account, List<Event> log) {
        return in(log).stream()
                .filter(session -> session.isOf(account))
                .map(session -> new HeldSession(session.created().session(), session.expiresAt()))
                .toList();
    }

    private void evolve(Event event) {
        switch (event) {
            case SessionEvent e -> evolve(e);
            case UserDeleted e -> open.values().removeIf(session -> session.isOf(e.account()));
            default -> {} // does not concern sessions
        }
    }

    private void evolve(SessionEvent event) {
        switch (event) {
            case SessionCreated e -> open.put(e.session(), new OpenSession(e, e.at(), e.expiresAt()));
            case SessionProlonged e ->
                open.computeIfPresent(
                        e.session(), (_, session) -> new OpenSession(session.created(), e.at(), e.expiresAt()));
            case SessionRevoked _, SessionEvicted _, SessionExpired _ -> open.remove(event.session());
        }
    }
}
