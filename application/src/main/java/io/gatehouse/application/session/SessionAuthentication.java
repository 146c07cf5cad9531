package io.gatehouse.application.session;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Authenticates requests by session. The most frequent query of the service. */
public interface SessionAuthentication {

    /** @return empty unless the secret belongs to a valid session of exactly that account */
    Optional<AuthenticatedSession> authenticate(AccountId claimed, SecretDigest secret, Instant now);

    /** @return empty unless the session belongs to that account and is valid */
    Optional<AuthenticatedSession> authenticate(AccountId claimed, SessionId session, Instant now);

    /** The account and the session that authenticates it. */
    record AuthenticatedSession(AccountView account, SessionView session) {}
}
