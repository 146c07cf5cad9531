package io.gatehouse.application.session;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.Optional;

/** Signs and verifies JWTs, which identify a user to a backend. */
public interface Jwts {

    /** @return a compact JWS, signed with the project's current key */
    String sign(AccountId account, SessionId session, Instant issuedAt, Instant expiresAt);

    /**
     * @return empty if the JWT is malformed, not signed by a key of this project with its algorithm, or expired: from
     *     the second in {@code exp} on, without leeway
     */
    Optional<Claims> verify(ProjectId project, String jwt, Instant now);

    /** @return the project's public keys, including retired keys that still verify, as a JSON Web Key Set (RFC 7517) */
    String publicKeys(ProjectId project);

    record Claims(AccountId account, SessionId session) {}
}
