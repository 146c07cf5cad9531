package io.gatehouse.domain.session;

import static io.gatehouse.domain.Decision.accept;
import static io.gatehouse.domain.Decision.refuse;

import io.gatehouse.domain.Aggregate;
import io.gatehouse.domain.Decision;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionCommand.ProlongSession;
import io.gatehouse.domain.session.SessionCommand.RevokeSession;
import io.gatehouse.domain.session.SessionCommand.SignOutEverywhere;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionEvent.SessionEvicted;
import io.gatehouse.domain.session.SessionEvent.SessionExpired;
import io.gatehouse.domain.session.SessionEvent.SessionProlonged;
import io.gatehouse.domain.session.SessionEvent.SessionRevoked;
import java.time.Instant;

/** A session as its events left it. Somebody else's, an expired and an ended one are all the same: not there. */
public sealed interface Session extends Aggregate<Session, SessionCommand, SessionEvent> {

    record Absent() implements Session {}

    record Open(AccountId account, Instant expiresAt) implements Session {

        private boolean isValidFor(AccountId caller, Instant now) {
            return account.equals(caller) && !expiresAt.isBefore(now);
        }
    }

    record Ended() implements Session {}

    @Override
    default Decision<SessionEvent> decide(SessionCommand command) {
        return switch (command) {
            case RevokeSession c -> revoke(c);
            case SignOutEverywhere c -> signOutEverywhere(c);
            case ProlongSession c -> prolong(c);
            case EvictSession c -> evict(c);
            case ExpireSession c -> expire(c);
        };
    }

    @Override
    default Session evolve(SessionEvent event) {
        return switch (event) {
            case SessionCreated e -> new Open(e.account(), e.expiresAt());
            case SessionProlonged e -> new Open(e.account(), e.expiresAt());
            case SessionRevoked _, SessionEvicted _, SessionExpired _ -> new Ended();
        };
    }

    private Decision<SessionEvent> revoke(RevokeSession c) {
        return switch (this) {
            case Open open when open.isValidFor(c.by(), c.at()) -> revoked(c.session(), c.by(), c.at());
            case Open _, Absent _, Ended _ -> refuse(new SessionNotFound());
        };
    }

    private Decision<SessionEvent> signOutEverywhere(SignOutEverywhere c) {
        return switch (this) {
            case Open open when open.account().equals(c.by()) -> revoked(c.session(), c.by(), c.at());
            case Open _, Absent _, Ended _ -> accept();
        };
    }

    private Decision<SessionEvent> prolong(ProlongSession c) {
        return switch (this) {
            case Open open
            when open.isValidFor(c.by(), c.at()) ->
                accept(new SessionProlonged(c.by(), c.session(), c.expiresAt(), c.at()));
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
