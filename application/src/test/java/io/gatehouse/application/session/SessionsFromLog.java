package io.gatehouse.application.session;

import static java.util.Comparator.comparing;

import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.domain.Event;
import io.gatehouse.domain.account.AccountEvent.UserDeleted;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.SessionEvent;
import io.gatehouse.domain.session.SessionEvent.SessionChallengePassed;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionExtended;
import io.gatehouse.domain.session.SessionEvent.SessionFactorAdded;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sessions that no event of a log has ended; they may have expired. */
public final class SessionsFromLog {

    private final Map<SessionId, SessionState> open = new LinkedHashMap<>();

    private SessionsFromLog() {}

    /** @param mfaUpdatedAt null if its user has passed no challenge */
    record SessionState(
            SessionCreated created,
            List<AuthenticationFactor> factors,
            @Nullable Instant mfaUpdatedAt,
            Instant updatedAt,
            Instant expiresAt) {

        private static SessionState beginning(SessionCreated e) {
            return new SessionState(e, e.factors(), null, e.at(), e.expiresAt());
        }

        private SessionState after(SessionExtended e) {
            return new SessionState(created, factors, mfaUpdatedAt, e.at(), e.expiresAt());
        }

        private SessionState after(SessionFactorAdded e) {
            var more = Stream.concat(factors.stream(), Stream.of(e.factor())).toList();
            return new SessionState(created, more, mfaUpdatedAt, e.at(), expiresAt);
        }

        private SessionState after(SessionChallengePassed e) {
            return new SessionState(created, factors, e.at(), e.at(), expiresAt);
        }

        boolean isOf(AccountId account) {
            return created.account().equals(account);
        }
    }

    /** @return the sessions of all accounts, oldest first */
    static List<SessionState> in(List<Event> log) {
        var sessions = new SessionsFromLog();
        log.forEach(sessions::evolve);
        return sessions.open.values().stream()
                .sorted(comparing(session -> session.created().at()))
                .toList();
    }

    /** @return oldest first */
    public static List<OpenSession> of(AccountId account, List<Event> log) {
        return in(log).stream()
                .filter(session -> session.isOf(account))
                .map(session -> new OpenSession(session.created().session(), session.expiresAt()))
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
            case SessionCreated e -> open.put(e.session(), SessionState.beginning(e));
            case SessionExtended e -> change(e.session(), session -> session.after(e));
            case SessionFactorAdded e -> change(e.session(), session -> session.after(e));
            case SessionChallengePassed e -> change(e.session(), session -> session.after(e));
            case SessionRevoked _, SessionEvicted _, SessionExpired _ -> open.remove(event.session());
        }
    }

    private void change(SessionId id, UnaryOperator<SessionState> how) {
        open.computeIfPresent(id, (_, session) -> how.apply(session));
    }
}
