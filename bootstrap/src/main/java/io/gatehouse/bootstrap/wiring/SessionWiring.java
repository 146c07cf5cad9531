package io.gatehouse.bootstrap.wiring;

import io.gatehouse.application.EventStore;
import io.gatehouse.application.Ids;
import io.gatehouse.application.Secrets;
import io.gatehouse.application.account.AccountDirectory;
import io.gatehouse.application.account.PasswordHasher;
import io.gatehouse.application.client.GeoIp;
import io.gatehouse.application.client.UserAgents;
import io.gatehouse.application.housekeeping.ExpireOverdue;
import io.gatehouse.application.message.MessageComposer;
import io.gatehouse.application.message.MessagingAvailability;
import io.gatehouse.application.session.ExtendSession;
import io.gatehouse.application.session.IssueJwt;
import io.gatehouse.application.session.Jwts;
import io.gatehouse.application.session.KnownDevices;
import io.gatehouse.application.session.SessionAlerts;
import io.gatehouse.application.session.SessionOpener;
import io.gatehouse.application.session.SessionViews;
import io.gatehouse.application.session.SignOut;
import io.gatehouse.application.session.SignOutEverywhere;
import io.gatehouse.application.signin.SignInAnonymously;
import io.gatehouse.application.signin.SignInWithPassword;
import io.gatehouse.application.signin.SignInWithToken;
import io.gatehouse.application.signup.SignUpPolicy;
import io.gatehouse.application.token.TokenRedemption;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Use cases for sessions and sign-in. */
final class SessionWiring {

    @Produces
    @Singleton
    SessionAlerts sessionAlerts(
            AccountDirectory directory,
            KnownDevices devices,
            MessagingAvailability messaging,
            MessageComposer composer) {
        return new SessionAlerts(directory, devices, messaging, composer);
    }

    @Produces
    @Singleton
    SessionOpener sessionOpener(
            SessionAlerts alerts, Secrets secrets, Ids ids, UserAgents userAgents, GeoIp geoIp, InstantSource clock) {
        return new SessionOpener(alerts, secrets, ids, userAgents, geoIp, clock);
    }

    @Produces
    @Singleton
    SignInWithPassword signInWithPassword(
            AccountDirectory directory, PasswordHasher hasher, EventStore store, SessionOpener sessionOpener) {
        return new SignInWithPassword(directory, hasher, store, sessionOpener);
    }

    @Produces
    @Singleton
    SignInAnonymously signInAnonymously(
            SignUpPolicy signUpPolicy, EventStore store, SessionOpener sessionOpener, Ids ids) {
        return new SignInAnonymously(signUpPolicy, store, sessionOpener, ids);
    }

    @Produces
    @Singleton
    SignInWithToken signInWithToken(TokenRedemption tokenRedemption, SessionOpener sessionOpener) {
        return new SignInWithToken(tokenRedemption, sessionOpener);
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
    ExpireOverdue expireOverdue(ExpireOverdue.OverdueItems overdue, EventStore store, InstantSource clock) {
        return new ExpireOverdue(overdue, store, clock);
    }
}
