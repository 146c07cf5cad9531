package io.gatehouse.application.session;

import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads sessions. Expired sessions are absent, as if deleted. */
public interface SessionViews {

    /** @return valid sessions, oldest first */
    List<SessionView> of(AccountId account, Instant now);

    /** @return empty if there is no such session, or it belongs to another account */
    Optional<SessionView> find(AccountId account, SessionId session, Instant now);
}
