package io.gatehouse.application.session;

import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Signs for a backend who somebody is. The signature is worth nothing once the session has ended. */
public final class IssueJwt {

    private final Jwts jwts;
    private final InstantSource clock;

    public IssueJwt(Jwts jwts, InstantSource clock) {
        this.jwts = jwts;
        this.clock = clock;
    }

    /** @param session the one that was presented; null for those who came otherwise */
    public record Command(AccountId account, @Nullable SessionView session, Duration duration) {}

    /**
     * @return a compact JWS
     * @throws RefusedException with {@link SessionNotFound} for those who came without a session
     */
    public String handle(Command command, RequestContext context) {
        if (command.session() == null) {
            throw new RefusedException(new SessionNotFound());
        }
        var now = clock.instant();
        return jwts.sign(command.account(), command.session().id(), now, now.plus(command.duration()));
    }
}
