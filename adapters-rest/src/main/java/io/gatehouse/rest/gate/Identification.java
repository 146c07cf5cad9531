package io.gatehouse.rest.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.Project;
import io.gatehouse.application.Project.ApiKey;
import io.gatehouse.application.Projects;
import io.gatehouse.application.session.Callers;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.Refusal.ProjectIdMissing;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.rest.Caller;
import io.gatehouse.rest.EncodedSession;
import io.gatehouse.rest.SessionCookies;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.parameter.ParameterReader;
import io.gatehouse.rest.parameter.Parameters;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out which project a request is for, and who sends it. What cannot be recognised is simply not there. */
@Singleton
final class Identification {

    private static final String PROJECT_HEADER = "X-Appwrite-Project";

    private final Projects projects;
    private final Callers callers;
    private final InstantSource clock;

    Identification(Projects projects, Callers callers, InstantSource clock) {
        this.projects = projects;
        this.callers = callers;
        this.clock = clock;
    }

    /** @throws RefusedException with {@link ProjectIdMissing} */
    Visitor identify(Request request, Parameters parameters) {
        var presentedKey = request.header("X-Appwrite-Key");
        var project = project(request, parameters);
        if (project == null) {
            return new Visitor(null, null, presentedKey, null, true);
        }
        var session = sentDirectly(request, project);
        var user = session.or(() -> sentAsFallback(request, project))
                .map(sent -> signedIn(sent, project))
                .orElse(null);
        var key = presentedKey == null ? null : key(presentedKey, project, request);
        return new Visitor(project, user, presentedKey, key, session.isEmpty());
    }

    private @Nullable Project project(Request request, Parameters parameters) {
        return parameters
                .raw("project")
                .or(() -> Optional.ofNullable(request.header(PROJECT_HEADER)))
                .or(() -> ParameterReader.query(request.query()).raw("project"))
                .flatMap(id -> projects.find(new ProjectId(id)))
                .orElse(null);
    }

    private static Optional<EncodedSession> sentDirectly(Request request, Project project) {
        var cookies = new Cookies(request.headers().getAll("Cookie"));
        return cookies.find(SessionCookies.name(project.id()))
                .flatMap(Identification::decodeCookie)
                .or(() -> cookies.find(SessionCookies.legacyName(project.id())).flatMap(Identification::decodeCookie))
                .or(() -> Optional.ofNullable(request.header("X-Appwrite-Session"))
                        .flatMap(EncodedSession::decode));
    }

    private static Optional<EncodedSession> decodeCookie(String value) {
        try {
            return EncodedSession.decode(URLDecoder.decode(value, UTF_8));
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    private static Optional<EncodedSession> sentAsFallback(Request request, Project project) {
        return Optional.ofNullable(request.header(SessionCookies.FALLBACK))
                .flatMap(json -> entry(json, SessionCookies.name(project.id())))
                .flatMap(EncodedSession::decode);
    }

    private static Optional<String> entry(String json, String name) {
        try {
            return Optional.ofNullable(Json.READER.readTree(json).path(name).textValue());
        } catch (JsonProcessingException garbage) {
            return Optional.empty();
        }
    }

    private Caller.@Nullable User signedIn(EncodedSession session, Project project) {
        var claimed = new AccountId(project.id(), session.userId());
        return callers.recognise(claimed, session.secret().digest(), clock.instant())
                .map(known -> new Caller.User(known.account(), known.session()))
                .orElse(null);
    }

    private @Nullable ApiKey key(String presented, Project project, Request request) {
        var key = project.keyWith(new Secret(presented)).orElse(null);
        var named = project.id().value().equals(request.header(PROJECT_HEADER));
        if (key != null && !key.hasExpired(clock.instant()) && !named) {
            throw new RefusedException(new ProjectIdMissing());
        }
        return key;
    }
}
