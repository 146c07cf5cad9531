package io.gatehouse.rest.gate;

import io.gatehouse.application.account.TrackAccess;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.Refusal.AuthMethodIsOff;
import io.gatehouse.domain.Refusal.ChallengeRequired;
import io.gatehouse.domain.Refusal.KeyHasExpired;
import io.gatehouse.domain.Refusal.KeyHasNoUser;
import io.gatehouse.domain.Refusal.KeyIsUnknown;
import io.gatehouse.domain.Refusal.MoreFactorsRequired;
import io.gatehouse.domain.Refusal.ProjectNotFound;
import io.gatehouse.domain.Refusal.RestIsOff;
import io.gatehouse.domain.Refusal.RouteNotFound;
import io.gatehouse.domain.Refusal.ScopeMissing;
import io.gatehouse.domain.Refusal.ServiceIsOff;
import io.gatehouse.domain.Refusal.SessionAlreadyExists;
import io.gatehouse.domain.Refusal.UnknownOrigin;
import io.gatehouse.domain.Refusal.UserIsBlocked;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import io.gatehouse.rest.RestSettings;
import io.gatehouse.rest.endpoint.Route;
import io.gatehouse.rest.origin.Origins;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.request.Dates;
import io.gatehouse.rest.request.Scope;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates and authorises requests. Every request passes these checks in this order, no resource can skip one, and
 * the first that fails is reported. Parameters are validated afterwards, by the resource.
 */
@Singleton
final class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);

    private final RequestReader reader;
    private final Identification identification;
    private final Origins origins;
    private final TrackAccess trackAccess;
    private final RateLimiter rateLimiter;
    private final InstantSource clock;

    Gate(
            RestSettings settings,
            RequestReader reader,
            Identification identification,
            TrackAccess trackAccess,
            RateLimiter rateLimiter,
            InstantSource clock) {
        this.reader = reader;
        this.identification = identification;
        this.origins = new Origins(settings.hostnames());
        this.trackAccess = trackAccess;
        this.rateLimiter = rateLimiter;
        this.clock = clock;
    }

    /** @param responseHeaders written to whether or not the request is admitted */
    ApiCall admit(RawRequest rawRequest, Route route, MultiMap responseHeaders) {
        warnOfUnknownFormat(rawRequest, responseHeaders);
        var parameters = reader.parameters(rawRequest);
        var addressed = identification.project(rawRequest, parameters);
        var unknownOrigin = comesFromUnknownOrigin(rawRequest, route, addressed, responseHeaders);
        var identified = identification.identify(rawRequest, addressed);
        responseHeaders.set("X-Debug-Fallback", Boolean.toString(identified.triedFallback()));

        requireKnownOrigin(unknownOrigin, identified);
        var project = requireProject(identified);
        requireValidKey(identified);

        var caller = identified.toCaller();
        var context = reader.context(rawRequest, project, caller, parameters);
        if (route.exists()) {
            caller = trackAccess(caller, context);
            requireServiceOn(project, caller);
            requireScope(caller, route);
        }
        requireUnblockedUser(caller);
        requireCompleteSession(caller, route);
        requireRoute(route);

        var apiCall = reader.call(rawRequest, caller, parameters, context);
        rateLimiter.requireWithinLimit(apiCall, route, responseHeaders);
        requireSignInMethodOn(apiCall, route);
        requireNoSession(apiCall, route);
        requireStepUp(apiCall, route);
        requireDateTimestamp(rawRequest, route);
        return apiCall;
    }

    private void warnOfUnknownFormat(RawRequest rawRequest, MultiMap responseHeaders) {
        if (reader.expectsNewerFormat(rawRequest)) {
            responseHeaders.set(
                    "X-Appwrite-Warning",
                    "The requested response format is newer than this server. Use an SDK for the server's version.");
        }
    }

    /**
     * Adds the CORS header for registered origins, even if the request is refused later, and for all origins on
     * endpoints with public data.
     *
     * @return whether the request comes from an origin that is not registered
     */
    private boolean comesFromUnknownOrigin(
            RawRequest rawRequest, Route route, @Nullable Project project, MultiMap responseHeaders) {
        var origin = rawRequest.header("Origin");
        if (origin == null) {
            return false;
        }
        if (route.endpoint().scope() != Scope.ANYONE && !origins.allow(origin, project)) {
            return true;
        }
        Cors.allowOrigin(origin, responseHeaders);
        return false;
    }

    /** Requests with a key skip the origin check, but get no CORS header. */
    private static void requireKnownOrigin(boolean unknown, IdentificationResult identified) {
        if (unknown && identified.presentedKey() == null) {
            throw new RefusedException(new UnknownOrigin());
        }
    }

    private static Project requireProject(IdentificationResult identified) {
        if (identified.project() == null) {
            throw new RefusedException(new ProjectNotFound());
        }
        return identified.project();
    }

    private void requireValidKey(IdentificationResult identified) {
        var key = identified.key();
        refuseIf(key != null && key.hasExpired(clock.instant()), new KeyHasExpired());
        refuseIf(key == null && identified.presentedKey() != null, new KeyIsUnknown());
    }

    /** A failure is logged, but does not fail the request. */
    private Caller trackAccess(Caller caller, RequestContext context) {
        if (!(caller instanceof Caller.User(var account, var session, var byJwt))) {
            return caller;
        }
        try {
            return new Caller.User(trackAccess.handle(new TrackAccess.Command(account), context), session, byJwt);
        } catch (RuntimeException failure) {
            LOG.warn("could not record an access", failure);
            return caller;
        }
    }

    private static void requireServiceOn(Project project, Caller caller) {
        refuseIf(!project.accountServiceOn() && !caller.isTrusted(), new ServiceIsOff());
        refuseIf(!project.restOn() && !caller.isTrusted(), new RestIsOff());
    }

    private static void requireScope(Caller caller, Route route) {
        var scope = route.endpoint().scope();
        refuseIf(!caller.may(scope), new ScopeMissing(caller.name(), caller.role(), scope.value()));
        refuseIf(scope == Scope.TARGETS_WRITE && caller instanceof Caller.Key, new KeyHasNoUser());
    }

    private static void requireUnblockedUser(Caller caller) {
        var user = caller.user();
        refuseIf(user != null && user.account().blocked(), new UserIsBlocked());
    }

    /** Applies to JWTs as well: the session a JWT was issued for may have become incomplete since. */
    private static void requireCompleteSession(Caller caller, Route route) {
        var user = caller.user();
        if (user == null || route.endpoint().allowsIncompleteSession()) {
            return;
        }
        var session = user.backingSession();
        if (!session.isCompleteFor(user.account())) {
            throw new RefusedException(new MoreFactorsRequired(session.lacksOnlyPasswordOf(user.account())));
        }
    }

    private static void requireRoute(Route route) {
        refuseIf(!route.exists(), new RouteNotFound());
    }

    private static void requireSignInMethodOn(ApiCall apiCall, Route route) {
        var off = route.signInMethod()
                .filter(apiCall.project().switchedOff()::contains)
                .isPresent();
        refuseIf(off && !apiCall.caller().isTrusted(), new AuthMethodIsOff());
    }

    private static void requireNoSession(ApiCall apiCall, Route route) {
        refuseIf(route.endpoint().opensSession() && apiCall.caller().user() != null, new SessionAlreadyExists());
    }

    private void requireStepUp(ApiCall apiCall, Route route) {
        refuseIf(!route.endpoint().stepUp().isMet(apiCall, clock.instant()), new ChallengeRequired());
    }

    private static void requireDateTimestamp(RawRequest rawRequest, Route route) {
        var timestamp = rawRequest.header("X-Appwrite-Timestamp");
        if (route.endpoint().timestamped() && timestamp != null && !Dates.isDate(timestamp)) {
            throw TextRules.invalid("X-Appwrite-Timestamp", "must be a date");
        }
    }

    private static void refuseIf(boolean wrong, Refusal refusal) {
        if (wrong) {
            throw new RefusedException(refusal);
        }
    }
}
