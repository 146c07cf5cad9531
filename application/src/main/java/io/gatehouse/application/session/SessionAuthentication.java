package io.gatehouse.application.session;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Authenticates requests by session. The most frequent query of the service. */
public interface SessionAuthentication {

    /** @return empty unless the secret belongs to a valid session of exactly that account */
    Optional<AuthenticatedSession> authenticate(AccountId claimed, SecretDigest secret, Instant now);

    /**
     * Authenticates by the first of several secrets that opens a session, in one query.
     *
     * @param presented for accounts of one project, the one that counts most first; they may be few or none
     * @return empty unless one of them belongs to a valid session of exactly the account that it claims
     */
    Optional<AuthenticatedSession> authenticate(List<ClaimedSession> presented, Instant now);

    /** @return empty unless the session belongs to that account and is valid */
    Optional<AuthenticatedSession> authenticate(AccountId claimed, SessionId session, Instant now);

    /** A session of this account, as a client claims it by its secret. */
    record ClaimedSession(AccountId account, SecretDigest secret) {}

    /** The account and the session that authenticates it. */
    record AuthenticatedSession(AccountView account, SessionView session) {}
}
