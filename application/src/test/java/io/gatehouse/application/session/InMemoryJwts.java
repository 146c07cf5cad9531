package io.gatehouse.application.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signs with ES256 by means of the Java platform alone, under keys that live as long as this object. */
public final class InMemoryJwts implements Jwts {

    private static final Pattern CLAIMS =
            Pattern.compile("\\{\"userId\":\"(.*)\",\"sessionId\":\"(.*)\",\"iat\":\\d+,\"exp\":(\\d+)}");

    /** Of each project, the current key first. */
    private final Map<ProjectId, List<EcKey>> keys = new ConcurrentHashMap<>();

    /** From now on, the project signs with a new key; its older keys still verify. */
    public void rotate(ProjectId project) {
        var older = keysOf(project).stream();
        keys.put(project, Stream.concat(Stream.of(EcKey.generate()), older).toList());
    }

    /** From now on, only the current key of the project verifies. */
    public void removeOlderKeys(ProjectId project) {
        keys.put(project, List.of(current(project)));
    }

    @Override
    public String sign(AccountId account, SessionId session, Instant issuedAt, Instant expiresAt) {
        var claims = String.format(
                Locale.ROOT,
                "{\"userId\":\"%s\",\"sessionId\":\"%s\",\"iat\":%d,\"exp\":%d}",
                account.value(),
                session.value(),
                issuedAt.getEpochSecond(),
                expiresAt.getEpochSecond());
        return current(account.project()).sign(claims);
    }

    @Override
    public Optional<Claims> verify(ProjectId project, String jwt, Instant now) {
        return keysOf(project).stream().anyMatch(key -> key.hasSigned(jwt))
                ? claims(project, jwt, now)
                : Optional.empty();
    }

    @Override
    public String publicKeys(ProjectId project) {
        return keysOf(project).stream().map(EcKey::toPublicJwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }

    private static Optional<Claims> claims(ProjectId project, String jwt, Instant now) {
        var payload = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
        return CLAIMS.matcher(new String(payload, UTF_8))
                .results()
                .filter(claims -> now.getEpochSecond() < Long.parseLong(claims.group(3)))
                .map(claims ->
                        new Claims(new AccountId(project, claims.group(1)), new SessionId(project, claims.group(2))))
                .findFirst();
    }

    private EcKey current(ProjectId project) {
        return keysOf(project).getFirst();
    }

    private List<EcKey> keysOf(ProjectId project) {
        return keys.computeIfAbsent(project, _ -> List.of(EcKey.generate()));
    }
}
