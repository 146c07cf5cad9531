package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.GeoIp;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.UserAgents;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.Admission;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.message.Channels;
import io.gatehouse.application.message.Letters;
import io.gatehouse.application.session.ClearAway;
import io.gatehouse.application.session.CreateAnonymousSession;
import io.gatehouse.application.session.CreateEmailPasswordSession;
import io.gatehouse.application.session.CreateJwt;
import io.gatehouse.application.session.CreateSession;
import io.gatehouse.application.session.DeleteSession;
import io.gatehouse.application.session.DeleteSessions;
import io.gatehouse.application.session.Jwts;
import io.gatehouse.application.session.KnownDevices;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.application.session.SignInAlerts;
import io.gatehouse.application.session.SignIns;
import io.gatehouse.application.session.UpdateSession;
import io.gatehouse.application.token.Redemption;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What one can do with sessions. */
final class SessionParts {

    @Produces
    @Singleton
    SignInAlerts signInAlerts(AccountDirectory directory, KnownDevices devices, Channels channels, Letters letters) {
        return new SignInAlerts(directory, devices, channels, letters);
    }

    @Produces
    @Singleton
    SignIns signIns(
            SignInAlerts alerts, Secrets secrets, Ids ids, UserAgents userAgents, GeoIp geoIp, InstantSource clock) {
        return new SignIns(alerts, secrets, ids, userAgents, geoIp, clock);
    }

    @Produces
    @Singleton
    CreateEmailPasswordSession createEmailPasswordSession(
            AccountDirectory directory, PasswordHasher hasher, EventStore store, SignIns signIns) {
        return new CreateEmailPasswordSession(directory, hasher, store, signIns);
    }

    @Produces
    @Singleton
    CreateAnonymousSession createAnonymousSession(Admission admission, EventStore store, SignIns signIns, Ids ids) {
        return new CreateAnonymousSession(admission, store, signIns, ids);
    }

    @Produces
    @Singleton
    CreateSession createSession(Redemption redemption, SignIns signIns) {
        return new CreateSession(redemption, signIns);
    }

    @Produces
    @Singleton
    UpdateSession updateSession(SessionViews sessions, EventStore store, InstantSource clock) {
        return new UpdateSession(sessions, store, clock);
    }

    @Produces
    @Singleton
    DeleteSession deleteSession(EventStore store, InstantSource clock) {
        return new DeleteSession(store, clock);
    }

    @Produces
    @Singleton
    DeleteSessions deleteSessions(EventStore store, InstantSource clock) {
        return new DeleteSessions(store, clock);
    }

    @Produces
    @Singleton
    CreateJwt createJwt(Jwts jwts, InstantSource clock) {
        return new CreateJwt(jwts, clock);
    }

    @Produces
    @Singleton
    ClearAway clearAway(ClearAway.Remains remains, EventStore store, InstantSource clock) {
        return new ClearAway(remains, store, clock);
    }
}
