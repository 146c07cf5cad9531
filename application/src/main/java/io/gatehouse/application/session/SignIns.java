package io.gatehouse.application.session;

import io.gatehouse.application.GeoIp;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Occasion;
import io.gatehouse.application.Project;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.Streams;
import io.gatehouse.application.UserAgents;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.message.Channels;
import io.gatehouse.application.message.Letters;
import io.gatehouse.application.message.Letters.Envelope;
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
import java.util.Locale;

/** Opens sessions: the part that all ways of signing in have in common. */
public final class SignIns {

    private final AccountDirectory directory;
    private final Channels channels;
    private final Letters letters;
    private final Secrets secrets;
    private final Ids ids;
    private final UserAgents userAgents;
    private final GeoIp geoIp;
    private final InstantSource clock;

    public SignIns(
            AccountDirectory directory,
            Channels channels,
            Letters letters,
            Secrets secrets,
            Ids ids,
            UserAgents userAgents,
            GeoIp geoIp,
            InstantSource clock) {
        this.directory = directory;
        this.channels = channels;
        this.letters = letters;
        this.secrets = secrets;
        this.ids = ids;
        this.userAgents = userAgents;
        this.geoIp = geoIp;
        this.clock = clock;
    }

    /**
     * How somebody signed in.
     *
     * @param provider as the API spells it: {@code email}, {@code magic-url} …
     * @param factors what they have proven by it
     * @param alerting whether others who hold a session of theirs had better know
     */
    record Way(String provider, ProviderUid uid, List<String> factors, boolean alerting) {}

    /** @param locale of whoever signs in */
    record Visit(Project project, Locale locale, Occasion occasion) {}

    /** What a new session will be, however its user signs in: settled before anything is decided. */
    record Draft(
            Visit visit,
            AccountId account,
            SessionId id,
            Secret secret,
            Client client,
            String countryCode,
            Instant at) {

        private SessionCreated by(Way way) {
            return new SessionCreated(
                    account,
                    id,
                    secret.digest(),
                    way.provider(),
                    way.uid(),
                    way.factors(),
                    visit.occasion().ip(),
                    visit.occasion().userAgent(),
                    client,
                    countryCode,
                    at.plus(visit.project().policies().sessions().duration()),
                    at);
        }
    }

    Draft draft(Visit visit, AccountId account) {
        var occasion = visit.occasion();
        return new Draft(
                visit,
                account,
                new SessionId(account.project(), ids.next()),
                secrets.next(),
                userAgents.describe(occasion.userAgent()),
                geoIp.countryCode(occasion.ip()),
                clock.instant());
    }

    /** Opens the session, ends the oldest ones beyond the limit, and writes to the user if the project wants that. */
    OpenedSession open(Streams streams, Draft draft, Way way) {
        var created = draft.by(way);
        var now = draft.at();
        streams.begin(created);
        var held = streams.sessionsOf(created.account());
        held.stream()
                .filter(session -> session.hasExpired(now))
                .forEach(session -> streams.ask(session.id(), new ExpireSession(session.id(), now)));
        var remaining = evict(
                streams,
                held.stream().filter(session -> !session.hasExpired(now)).toList(),
                draft.visit().project().policies().sessions().limit(),
                now);
        if (remaining > 0 && way.alerting()) {
            alert(streams, draft.visit(), created);
        }
        return OpenedSession.of(created, draft.secret());
    }

    /** @return how many are left */
    private static int evict(Streams streams, List<HeldSession> older, int limit, Instant now) {
        var surplus = limit == 0 ? 0 : Math.max(0, older.size() + 1 - limit);
        older.stream()
                .limit(surplus)
                .forEach(session -> streams.ask(session.id(), new EvictSession(session.id(), now)));
        return older.size() - surplus;
    }

    private void alert(Streams streams, Visit visit, SessionCreated created) {
        if (!visit.project().policies().sessions().alerts() || !channels.mail()) {
            return;
        }
        var envelope = new Envelope(visit.project(), visit.locale());
        directory.find(created.account()).ifPresent(account -> {
            if (account.email() != null) {
                streams.begin(letters.alert(envelope, account, account.email(), created));
            }
        });
    }
}
