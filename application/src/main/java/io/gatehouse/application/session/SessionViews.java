package io.gatehouse.application.session;

import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions to look at. An expired one is absent, as if deleted. */
public interface SessionViews {

    /** @return valid sessions, oldest first */
    List<SessionView> of(AccountId account, Instant now);

    /** @return empty if there is no such session, or it is somebody else's */
    Optional<SessionView> find(AccountId account, SessionId session, Instant now);
}
