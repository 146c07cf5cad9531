package io.gatehouse.application.session;

import static java.util.Comparator.comparing;

import io.gatehouse.application.InMemoryEventStore;
import io.gatehouse.application.housekeeping.ExpireOverdue.OverdueItems;
import io.gatehouse.application.mfa.ChallengesFromLog;
import io.gatehouse.application.session.SessionsFromLog.SessionState;
import io.gatehouse.application.token.TokensFromLog;
import io.gatehouse.domain.mfa.challenge.ChallengeId;
import io.gatehouse.domain.mfa.challenge.MfaChallengeEvent.MfaChallengeCreated;
import io.gatehouse.domain.token.TokenEvent.TokenIssued;
import io.gatehouse.domain.token.TokenId;
import java.time.Instant;
import java.util.List;

/** Overdue items, folded from the log at every call. */
public final class InMemoryOverdueItems implements OverdueItems {

    private final InMemoryEventStore store;

    public InMemoryOverdueItems(InMemoryEventStore store) {
        this.store = store;
    }

    @Override
    public List<OverdueSession> sessions(Instant expiredBefore, int most) {
        return SessionsFromLog.in(store.events()).stream()
                .filter(session -> session.expiresAt().isBefore(expiredBefore))
                .sorted(comparing(SessionState::expiresAt))
                .limit(most)
                .map(SessionState::created)
                .map(created -> new OverdueSession(created.session(), created.account()))
                .toList();
    }

    @Override
    public List<TokenId> tokens(Instant expiredBefore, int most) {
        return TokensFromLog.in(store.events()).stream()
                .filter(token -> token.expiresAt().isBefore(expiredBefore))
                .sorted(comparing(TokenIssued::expiresAt))
                .limit(most)
                .map(TokenIssued::token)
                .toList();
    }

    @Override
    public List<ChallengeId> challenges(Instant expiredBefore, int most) {
        return ChallengesFromLog.in(store.events()).stream()
                .filter(challenge -> challenge.expiresAt().isBefore(expiredBefore))
                .limit(most)
                .map(MfaChallengeCreated::challenge)
                .toList();
    }
}
