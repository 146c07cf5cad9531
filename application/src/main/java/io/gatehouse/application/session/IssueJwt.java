package io.gatehouse.application.session;

import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal.SessionNotFound;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.account.AccountId;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Issues a JWT that identifies the user to a backend. It is rejected once the session has ended. */
public final class IssueJwt {

    private final Jwts jwts;
    private final InstantSource clock;

    public IssueJwt(Jwts jwts, InstantSource clock) {
        this.jwts = jwts;
        this.clock = clock;
    }

    /** @param session the caller's session; null if the caller was authenticated by other means */
    public record Command(AccountId account, @Nullable SessionView session, Duration duration) {}

    /**
     * @return a compact JWS
     * @throws RefusedException with {@link SessionNotFound} if the caller presented no session
     */
    public String handle(Command command, RequestContext context) {
        if (command.session() == null) {
            throw new RefusedException(new SessionNotFound());
        }
        var now = clock.instant();
        return jwts.sign(command.account(), command.session().id(), now, now.plus(command.duration()));
    }
}
