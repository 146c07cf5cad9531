package io.gatehouse.application.session;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Signs by remembering what it signed. */
public final class InMemoryJwts implements Jwts {

    private final Map<String, Signed> signed = new ConcurrentHashMap<>();

    private record Signed(Claims claims, Instant issuedAt, Instant expiresAt) {}

    @Override
    public String sign(AccountId account, SessionId session, Instant issuedAt, Instant expiresAt) {
        var jwt = "%s.%s.%s".formatted(account.value(), session.value(), expiresAt.getEpochSecond());
        signed.put(jwt, new Signed(new Claims(account, session), issuedAt, expiresAt));
        return jwt;
    }

    @Override
    public Optional<Claims> verify(ProjectId project, String jwt, Instant now) {
        return Optional.ofNullable(signed.get(jwt))
                .filter(known -> known.claims().account().project().equals(project))
                .filter(known -> now.getEpochSecond() < known.expiresAt().getEpochSecond())
                .map(Signed::claims);
    }

    @Override
    public String publicKeys(ProjectId project) {
        return "{\"keys\":[]}";
    }
}
