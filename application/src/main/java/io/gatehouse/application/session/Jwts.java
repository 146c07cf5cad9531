package io.gatehouse.application.session;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Signs who somebody is, so that backends may believe it without asking us. */
public interface Jwts {

    /** @return a compact JWS, signed with the project's current key */
    String sign(AccountId account, SessionId session, Instant issuedAt, Instant expiresAt);

    /**
     * @return empty if it is malformed, not signed by a key of this project with the algorithm we use, or expired: from
     *     the second in {@code exp} on, without leeway
     */
    Optional<Claims> verify(ProjectId project, String jwt, Instant now);

    /** @return the public keys of a project, those that still verify included, as a JSON Web Key Set (RFC 7517) */
    String publicKeys(ProjectId project);

    record Claims(AccountId account, SessionId session) {}
}
