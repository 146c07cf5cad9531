package io.gatehouse.rest.gate;

import io.gatehouse.application.Project;
import io.gatehouse.application.RequestMetadata;
import io.gatehouse.application.account.TrackAccess;
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
import io.gatehouse.rest.Call;
import io.gatehouse.rest.Caller;
import io.gatehouse.rest.Dates;
import io.gatehouse.rest.RestSettings;
import io.gatehouse.rest.Route;
import io.gatehouse.rest.Scope;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decides who comes in. Every request passes these checks in this order, and no resource can leave one out: what is
 * found wrong first is what the caller hears. What a parameter should be is judged after them all, by the resource.
 */
@Singleton
final class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);

    private final RequestReader reader;
    private final Identification identification;
    private final Origins origins;
    private final TrackAccess trackAccess;
    private final Counters counters;
    private final InstantSource clock;

    Gate(
            RestSettings settings,
            RequestReader reader,
            Identification identification,
            TrackAccess trackAccess,
            Counters counters,
            InstantSource clock) {
        this.reader = reader;
        this.identification = identification;
        this.origins = new Origins(settings.hostnames());
        this.trackAccess = trackAccess;
        this.counters = counters;
        this.clock = clock;
    }

    /** @param answer the headers of the answer, whatever it will be */
    Call admit(Request request, Route route, MultiMap answer) {
        formatIsKnown(request, answer);
        var parameters = reader.parameters(request);
        var addressed = identification.project(request, parameters);
        var unknownOrigin = greet(request, route, addressed, answer);
        var visitor = identification.identify(request, addressed);
        answer.set("X-Debug-Fallback", Boolean.toString(visitor.triedFallback()));

        originIsKnown(unknownOrigin, visitor);
        var project = projectExists(visitor);
        keyIsValid(visitor);

        var caller = visitor.asCaller();
        var metadata = reader.occasion(request, caller);
        if (route.leadsSomewhere()) {
            caller = accessIsNoted(caller, metadata);
            serviceIsOn(project, caller);
            scopeIsHeld(caller, route);
        }
        userIsNotBlocked(caller);
        factorsAreProven(caller, route);
        routeIsKnown(route);

        var call = reader.call(request, project, caller, parameters, metadata);
        counters.count(call, route, answer);
        signInMethodIsOn(call, route);
        noSessionIsOpen(call, route);
        challengeWasPassed(call, route);
        timestampIsADate(request, route);
        return call;
    }

    private void formatIsKnown(Request request, MultiMap answer) {
        if (reader.expectsMoreThanWeKnow(request)) {
            answer.set(
                    "X-Appwrite-Warning", "The response format is newer than this server. Use an SDK that matches it.");
        }
    }

    /**
     * Pages that we know may read whatever the answer will be; what anyone may read, so may any page.
     *
     * @return where the request comes from if we do not know it; otherwise null
     */
    private @Nullable String greet(Request request, Route route, @Nullable Project project, MultiMap answer) {
        var origin = request.header("Origin");
        if (origin == null) {
            return null;
        }
        if (route.endpoint().scope() != Scope.ANYONE && !origins.allow(origin, project)) {
            return origin;
        }
        Cors.admit(origin, answer);
        return null;
    }

    /** A key proves more than an origin does, but opens no door to a page. */
    private static void originIsKnown(@Nullable String unknown, Visitor visitor) {
        if (unknown != null && visitor.presentedKey() == null) {
            throw new RefusedException(new UnknownOrigin(unknown));
        }
    }

    private static Project projectExists(Visitor visitor) {
        if (visitor.project() == null) {
            throw new RefusedException(new ProjectNotFound());
        }
        return visitor.project();
    }

    private void keyIsValid(Visitor visitor) {
        var key = visitor.key();
        refuseIf(key != null && key.hasExpired(clock.instant()), new KeyHasExpired());
        refuseIf(key == null && visitor.presentedKey() != null, new KeyIsUnknown());
    }

    /** A side effect, and never a reason to fail. */
    private Caller accessIsNoted(Caller caller, RequestMetadata metadata) {
        if (!(caller instanceof Caller.User(var account, var session, var byJwt))) {
            return caller;
        }
        try {
            return new Caller.User(trackAccess.handle(account, metadata), session, byJwt);
        } catch (RuntimeException trouble) {
            LOG.warn("could not note an access", trouble);
            return caller;
        }
    }

    private static void serviceIsOn(Project project, Caller caller) {
        refuseIf(!project.accountServiceOn() && !caller.isTrusted(), new ServiceIsOff());
        refuseIf(!project.restOn() && !caller.isTrusted(), new RestIsOff());
    }

    private static void scopeIsHeld(Caller caller, Route route) {
        var scope = route.endpoint().scope();
        refuseIf(!caller.may(scope), new ScopeMissing(caller.name(), caller.role(), scope.value()));
        refuseIf(scope == Scope.TARGETS_WRITE && caller instanceof Caller.Key, new KeyHasNoUser());
    }

    private static void userIsNotBlocked(Caller caller) {
        var user = caller.user();
        refuseIf(user != null && user.account().blocked(), new UserIsBlocked());
    }

    /** By a JWT, too: the session it stands for may have become incomplete since. */
    private static void factorsAreProven(Caller caller, Route route) {
        var user = caller.user();
        var incomplete = user != null && !user.known().isCompleteFor(user.account());
        refuseIf(incomplete && !route.endpoint().whileIncomplete(), new MoreFactorsRequired());
    }

    private static void routeIsKnown(Route route) {
        refuseIf(!route.leadsSomewhere(), new RouteNotFound());
    }

    private static void signInMethodIsOn(Call call, Route route) {
        var method = route.endpoint().switchedBy();
        var off =
                call.project().switchedOff().contains(method) && !call.caller().isTrusted();
        refuseIf(off, new AuthMethodIsOff(method));
    }

    private static void noSessionIsOpen(Call call, Route route) {
        refuseIf(route.endpoint().opensSession() && call.caller().user() != null, new SessionAlreadyExists());
    }

    private void challengeWasPassed(Call call, Route route) {
        refuseIf(!route.endpoint().recentChallenge().isObeyed(call, clock.instant()), new ChallengeRequired());
    }

    private static void timestampIsADate(Request request, Route route) {
        var timestamp = request.header("X-Appwrite-Timestamp");
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
