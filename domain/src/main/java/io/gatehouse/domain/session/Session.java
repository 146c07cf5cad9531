package io.gatehouse.domain.session;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Decision.Accepted;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.AddFactors;
import io.gatehouse.domain.session.SessionCommand.EndSession;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionCommand.ExtendUntil;
import io.gatehouse.domain.session.SessionCommand.RecordChallengePassed;
import io.gatehouse.domain.session.SessionCommand.RequireSession;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionEvent.SessionChallengePassed;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionExtended;
import io.gatehouse.domain.session.SessionEvent.SessionFactorAdded;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The state of a session, folded from its events. Expired and ended ones, and those of other users, are treated alike,
 * as not found.
 */
public sealed interface Session extends Aggregate<Session, SessionCommand, SessionEvent> {

    record Absent() implements Session {}

    /** @param factors the factors that the session has proven */
    record Open(AccountId account, Set<AuthenticationFactor> factors, Instant expiresAt) implements Session {

        private boolean isValidFor(AccountId caller, Instant now) {
            return account.equals(caller) && !expiresAt.isBefore(now);
        }

        private Open until(Instant later) {
            return new Open(account, factors, later);
        }

        private Open with(AuthenticationFactor factor) {
            return new Open(
                    account,
                    Stream.concat(factors.stream(), Stream.of(factor)).collect(toUnmodifiableSet()),
                    expiresAt);
        }

        private Stream<SessionEvent> adding(List<AuthenticationFactor> proven, SessionId session, Instant at) {
            return proven.stream()
                    .distinct()
                    .filter(factor -> !factors.contains(factor))
                    .map(factor -> new SessionFactorAdded(account, session, factor, at));
        }
    }

    record Ended() implements Session {}

    @Override
    default Decision<SessionEvent> decide(SessionCommand command) {
        return switch (command) {
            case RevokeSession c -> revoke(c);
            case EndSession c -> end(c);
            case ExtendUntil c -> extend(c);
            case AddFactors c -> addFactors(c);
            case RecordChallengePassed c -> recordChallengePassed(c);
            case RequireSession c -> requireSession(c);
            case EvictSession c -> evict(c);
            case ExpireSession c -> expire(c);
        };
    }

    @Override
    default Session evolve(SessionEvent event) {
        return switch (event) {
            case SessionCreated e -> new Open(e.account(), Set.copyOf(e.factors()), e.expiresAt());
            case SessionExtended e -> this instanceof Open open ? open.until(e.expiresAt()) : this;
            case SessionFactorAdded e -> this instanceof Open open ? open.with(e.factor()) : this;
            case SessionChallengePassed _ -> this;
            case SessionRevoked _, SessionEvicted _, SessionExpired _ -> new Ended();
        };
    }

    private Decision<SessionEvent> revoke(RevokeSession c) {
        return switch (this) {
            case Open open when open.isValidFor(c.by(), c.at()) -> revoked(c.session(), c.by(), c.at());
            case Open _, Absent _, Ended _ -> refuse(new SessionNotFound());
        };
    }

    private Decision<SessionEvent> end(EndSession c) {
        return switch (this) {
            case Open open when open.account().equals(c.by()) -> revoked(c.session(), c.by(), c.at());
            case Open _, Absent _, Ended _ -> accept();
        };
    }

    private Decision<SessionEvent> extend(ExtendUntil c) {
        return switch (this) {
            case Open open
            when open.isValidFor(c.by(), c.at()) ->
                accept(new SessionExtended(c.by(), c.session(), c.expiresAt(), c.at()));
            case Open _, Absent _, Ended _ -> refuse(new SessionNotFound());
        };
    }

    private Decision<SessionEvent> addFactors(AddFactors c) {
        return switch (this) {
            case Open open
            when open.isValidFor(c.by(), c.at()) ->
                new Accepted<>(open.adding(c.factors(), c.session(), c.at()).toList());
            case Open _, Absent _, Ended _ -> refuse(new SessionNotFound());
        };
    }

    private Decision<SessionEvent> recordChallengePassed(RecordChallengePassed c) {
        return switch (this) {
            case Open open
            when open.isValidFor(c.by(), c.at()) ->
                new Accepted<>(Stream.concat(
                                open.adding(List.of(c.factor()), c.session(), c.at()),
                                Stream.of(new SessionChallengePassed(c.by(), c.session(), c.at())))
                        .toList());
            case Open _, Absent _, Ended _ -> refuse(new SessionNotFound());
        };
    }

    private Decision<SessionEvent> requireSession(RequireSession c) {
        return switch (this) {
            case Open open when open.isValidFor(c.by(), c.at()) -> accept();
            case Open _, Absent _, Ended _ -> refuse(new SessionNotFound());
        };
    }

    private Decision<SessionEvent> evict(EvictSession c) {
        return switch (this) {
            case Open open -> accept(new SessionEvicted(open.account(), c.session(), c.at()));
            case Absent _, Ended _ -> accept();
        };
    }

    private Decision<SessionEvent> expire(ExpireSession c) {
        return switch (this) {
            case Open open
            when open.expiresAt().isBefore(c.at()) -> accept(new SessionExpired(open.account(), c.session(), c.at()));
            case Open _, Absent _, Ended _ -> accept();
        };
    }

    private static Decision<SessionEvent> revoked(SessionId session, AccountId by, Instant at) {
        return accept(new SessionRevoked(by, session, at));
    }
}
