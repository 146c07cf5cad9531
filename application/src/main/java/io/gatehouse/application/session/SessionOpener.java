package io.gatehouse.application.session;

import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.Streams;
import io.gatehouse.application.client.GeoIp;
import io.gatehouse.application.client.UserAgents;
import io.gatehouse.application.inventory.OpenSession;
import io.gatehouse.application.project.SignInMethod;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.Client;
import io.gatehouse.domain.session.ProviderUid;
import io.gatehouse.domain.session.SessionCommand.EvictSession;
import io.gatehouse.domain.session.SessionCommand.ExpireSession;
import io.gatehouse.domain.session.SessionEvent.SessionCreated;
import io.gatehouse.domain.session.SessionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Opens sessions, for any sign-in method. */
public final class SessionOpener {

    private final SessionAlerts alerts;
    private final Secrets secrets;
    private final Ids ids;
    private final UserAgents userAgents;
    private final GeoIp geoIp;
    private final InstantSource clock;

    public SessionOpener(
            SessionAlerts alerts, Secrets secrets, Ids ids, UserAgents userAgents, GeoIp geoIp, InstantSource clock) {
        this.alerts = alerts;
        this.secrets = secrets;
        this.ids = ids;
        this.userAgents = userAgents;
        this.geoIp = geoIp;
        this.clock = clock;
    }

    /** The data of a new session that do not depend on the sign-in method, prepared before the unit of work. */
    public record SessionDraft(
            RequestContext context,
            AccountId account,
            SessionId id,
            Secret secret,
            Client client,
            String countryCode,
            Instant at) {

        private SessionCreated toEvent(SignInMethod method, ProviderUid uid) {
            return new SessionCreated(
                    account,
                    id,
                    secret.digest(),
                    method.provider(),
                    uid,
                    method.factors(),
                    context.metadata().ip(),
                    context.metadata().userAgent(),
                    client,
                    countryCode,
                    at.plus(context.project().policies().sessions().duration()),
                    at);
        }
    }

    public SessionDraft draft(RequestContext context, AccountId account) {
        var metadata = context.metadata();
        return new SessionDraft(
                context,
                account,
                new SessionId(account.project(), ids.next()),
                secrets.next(),
                userAgents.describe(metadata.userAgent()),
                geoIp.countryCode(metadata.ip()),
                clock.instant());
    }

    /**
     * Opens the session, ends the oldest ones beyond the limit, and enqueues an alert if the project has this policy.
     *
     * @param uid the user's ID at the provider; empty if the provider has none
     */
    public OpenedSession open(Streams streams, SessionDraft sessionDraft, SignInMethod method, ProviderUid uid) {
        var created = sessionDraft.toEvent(method, uid);
        var now = sessionDraft.at();
        streams.append(created);
        var openSessions = streams.list(created.account(), OpenSession.INVENTORY);
        expire(streams, sessionDraft, openSessions);
        var remaining = evict(
                streams,
                sessionDraft,
                openSessions.stream()
                        .filter(session -> !session.hasExpired(now))
                        .toList());
        alerts.enqueue(streams, sessionDraft.context(), created, remaining > 0 && method.alerts());
        return OpenedSession.of(created, sessionDraft.secret());
    }

    private static void expire(Streams streams, SessionDraft sessionDraft, List<OpenSession> openSessions) {
        var now = sessionDraft.at();
        var expired = openSessions.stream()
                .filter(session -> session.hasExpired(now))
                .map(OpenSession::id)
                .toList();
        SessionTermination.end(
                streams, sessionDraft.account(), expired, session -> new ExpireSession(session, now), now);
    }

    /** @return the number of remaining sessions */
    private static int evict(Streams streams, SessionDraft sessionDraft, List<OpenSession> older) {
        var now = sessionDraft.at();
        var limit = sessionDraft.context().project().policies().sessions().limit();
        var surplus = limit == 0 ? 0 : Math.max(0, older.size() + 1 - limit);
        var oldest = older.stream().limit(surplus).map(OpenSession::id).toList();
        SessionTermination.end(streams, sessionDraft.account(), oldest, session -> new EvictSession(session, now), now);
        return older.size() - surplus;
    }
}
