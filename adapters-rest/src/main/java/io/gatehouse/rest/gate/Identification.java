package io.gatehouse.rest.gate;

import io.gatehouse.application.project.Project;
import io.gatehouse.application.project.Project.ApiKey;
import io.gatehouse.application.project.Projects;
import io.gatehouse.application.session.Jwts;
import io.gatehouse.application.session.SessionAuthentication;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.JwtAndSessionPresented;
import io.gatehouse.domain.Refusal.JwtIsInvalid;
import io.gatehouse.domain.Refusal.ProjectIdMissing;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.parameter.ParameterReader;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.Caller;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the project and the sender of a request. Unknown projects, sessions and keys yield null. */
@Singleton
final class Identification {

    private static final String PROJECT_HEADER = "X-Appwrite-Project";

    private final Projects projects;
    private final SessionAuthentication authentication;
    private final Jwts jwts;
    private final InstantSource clock;

    Identification(Projects projects, SessionAuthentication authentication, Jwts jwts, InstantSource clock) {
        this.projects = projects;
        this.authentication = authentication;
        this.jwts = jwts;
        this.clock = clock;
    }

    /** @return null if the request names no existing project */
    @Nullable
    Project project(RawRequest rawRequest, Parameters parameters) {
        return parameters
                .unvalidated("project")
                .or(() -> Optional.ofNullable(rawRequest.header(PROJECT_HEADER)))
                .or(() -> ParameterReader.query(rawRequest.query()).unvalidated("project"))
                .flatMap(id -> projects.find(new ProjectId(id)))
                .orElse(null);
    }

    /**
     * @throws RefusedException with {@link JwtAndSessionPresented}, {@link JwtIsInvalid} or {@link ProjectIdMissing};
     *     never if the project is null
     */
    IdentificationResult identify(RawRequest rawRequest, @Nullable Project project) {
        var presentedKey = rawRequest.header("X-Appwrite-Key");
        if (project == null) {
            return new IdentificationResult(null, null, presentedKey, null, true);
        }
        var presented = PresentedSessions.of(rawRequest, project.id());
        var bySession = signedIn(presented, project);
        var jwt = rawRequest.header("X-Appwrite-JWT");
        var user = jwt == null ? bySession : signedFor(jwt, bySession, project);
        var key = presentedKey == null ? null : key(presentedKey, project, rawRequest);
        return new IdentificationResult(
                project, user, presentedKey, key, presented.direct().isEmpty());
    }

    private Caller.@Nullable User signedIn(PresentedSessions presented, Project project) {
        return authentication
                .authenticate(presented.secrets(project.id()), clock.instant())
                .map(known -> new Caller.User(known.account(), known.session(), false))
                .orElse(null);
    }

    /** Empty unless the session the JWT was issued for is still open. That session is not the current one. */
    private Caller.@Nullable User signedFor(String jwt, Caller.@Nullable User bySession, Project project) {
        if (bySession != null) {
            throw new RefusedException(new JwtAndSessionPresented());
        }
        var now = clock.instant();
        var claims = jwts.verify(project.id(), jwt, now).orElseThrow(() -> new RefusedException(new JwtIsInvalid()));
        return authentication
                .authenticate(claims.account(), claims.session(), now)
                .map(known -> new Caller.User(known.account(), known.session(), true))
                .orElse(null);
    }

    private @Nullable ApiKey key(String presented, Project project, RawRequest rawRequest) {
        var key = project.findKey(new Secret(presented)).orElse(null);
        var named = project.id().value().equals(rawRequest.header(PROJECT_HEADER));
        if (key != null && !key.hasExpired(clock.instant()) && !named) {
            throw new RefusedException(new ProjectIdMissing());
        }
        return key;
    }
}
