package io.gatehouse.bootstrap;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.GeoIp;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.UserAgents;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.session.CreateEmailPasswordSession;
import io.gatehouse.application.session.DeleteSession;
import io.gatehouse.application.session.DeleteSessions;
import io.gatehouse.application.session.SessionViews;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What one can do with sessions. */
final class SessionParts {

    @Produces
    @Singleton
    CreateEmailPasswordSession createEmailPasswordSession(
            AccountDirectory directory,
            PasswordHasher hasher,
            EventStore store,
            Secrets secrets,
            Ids ids,
            UserAgents userAgents,
            GeoIp geoIp,
            InstantSource clock) {
        return new CreateEmailPasswordSession(directory, hasher, store, secrets, ids, userAgents, geoIp, clock);
    }

    @Produces
    @Singleton
    DeleteSession deleteSession(EventStore store, InstantSource clock) {
        return new DeleteSession(store, clock);
    }

    @Produces
    @Singleton
    DeleteSessions deleteSessions(SessionViews sessions, EventStore store, InstantSource clock) {
        return new DeleteSessions(sessions, store, clock);
    }
}
