package io.gatehouse.application.session;

import io.gatehouse.application.account.AccountView;
import io.gatehouse.domain.SecretDigest;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Recognises people by what they present. The most frequent question of all. */
public interface SessionAuthentication {

    /** @return empty unless the secret belongs to a valid session of exactly that account */
    Optional<AuthenticatedSession> authenticate(AccountId claimed, SecretDigest secret, Instant now);

    /** @return empty unless that account holds that session, and it is valid */
    Optional<AuthenticatedSession> authenticate(AccountId claimed, SessionId session, Instant now);

    /** Who it is, and by which session. */
    record AuthenticatedSession(AccountView account, SessionView session) {}
}
