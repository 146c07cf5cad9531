package io.gatehouse.security.jwt;

import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.application.session.Jwts;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs and verifies JWTs with ES256 (RFC 7518 §3.4). Each project has its own keys. */
public final class Es256Jwts implements Jwts {

    /**
     * The claims that the API documents. The registered claim {@code sub} (RFC 7519 §4.1) holds the user's ID as well,
     * for clients that do not know the API.
     */
    private static final String USER = "userId";

    private static final String SESSION = "sessionId";

    private final Map<ProjectId, SigningKeys> keys;

    /** @param keys of each project */
    public Es256Jwts(Map<ProjectId, SigningKeys> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** @throws IllegalArgumentException if the project has no signing key */
    @Override
    public String sign(AccountId account, SessionId session, Instant issuedAt, Instant expiresAt) {
        var project = account.project();
        var claims = new JWTClaimsSet.Builder()
                .claim(USER, account.value())
                .claim(SESSION, session.value())
                .subject(account.value())
                .audience(project.value())
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(expiresAt))
                .build();
        return keysOf(project)
                .orElseThrow(() -> new IllegalArgumentException("no signing key for " + project))
                .sign(claims);
    }

    @Override
    public Optional<Claims> verify(ProjectId project, String jwt, Instant now) {
        return keysOf(project).flatMap(known -> known.verify(jwt)).flatMap(claims -> validClaims(claims, project, now));
    }

    @Override
    public String publicKeys(ProjectId project) {
        return keysOf(project).map(SigningKeys::toJson).orElse("{\"keys\":[]}");
    }

    private Optional<SigningKeys> keysOf(ProjectId project) {
        return Optional.ofNullable(keys.get(project));
    }

    private static Optional<Claims> validClaims(JWTClaimsSet claims, ProjectId project, Instant now) {
        return claims.getAudience().equals(List.of(project.value()))
                        && claims.getClaim(JWTClaimNames.EXPIRATION_TIME) instanceof Date expiry
                        && now.isBefore(expiry.toInstant())
                        && claims.getClaim(USER) instanceof String user
                        && claims.getClaim(SESSION) instanceof String session
                ? Optional.of(new Claims(new AccountId(project, user), new SessionId(project, session)))
                : Optional.empty();
    }
}
