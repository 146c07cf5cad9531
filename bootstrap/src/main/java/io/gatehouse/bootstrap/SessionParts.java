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
import io.gatehouse.application.session.ExpireOverdue;
import io.gatehouse.application.session.ExtendSession;
import io.gatehouse.application.session.IssueJwt;
import io.gatehouse.application.session.Jwts;
import io.gatehouse.application.session.KnownDevices;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.application.session.SignInAlerts;
import io.gatehouse.application.session.SignInAnonymously;
import io.gatehouse.application.session.SignInWithPassword;
import io.gatehouse.application.session.SignInWithToken;
import io.gatehouse.application.session.SignIns;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.application.session.SignOutEverywhere;
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
    SignInWithPassword signInWithPassword(
            AccountDirectory directory, PasswordHasher hasher, EventStore store, SignIns signIns) {
        return new SignInWithPassword(directory, hasher, store, signIns);
    }

    @Produces
    @Singleton
    SignInAnonymously signInAnonymously(Admission admission, EventStore store, SignIns signIns, Ids ids) {
        return new SignInAnonymously(admission, store, signIns, ids);
    }

    @Produces
    @Singleton
    SignInWithToken signInWithToken(Redemption redemption, SignIns signIns) {
        return new SignInWithToken(redemption, signIns);
    }

    @Produces
    @Singleton
    ExtendSession extendSession(SessionViews sessions, EventStore store, InstantSource clock) {
        return new ExtendSession(sessions, store, clock);
    }

    @Produces
    @Singleton
    SignOut signOut(EventStore store, InstantSource clock) {
        return new SignOut(store, clock);
    }

    @Produces
    @Singleton
    SignOutEverywhere signOutEverywhere(EventStore store, InstantSource clock) {
        return new SignOutEverywhere(store, clock);
    }

    @Produces
    @Singleton
    IssueJwt issueJwt(Jwts jwts, InstantSource clock) {
        return new IssueJwt(jwts, clock);
    }

    @Produces
    @Singleton
    ExpireOverdue expireOverdue(ExpireOverdue.Remains remains, EventStore store, InstantSource clock) {
        return new ExpireOverdue(remains, store, clock);
    }
}
