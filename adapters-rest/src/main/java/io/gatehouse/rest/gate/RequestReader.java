package io.gatehouse.rest.gate;

import io.gatehouse.application.Ids;
import io.gatehouse.application.project.Project;
import io.gatehouse.application.request.Actor;
import io.gatehouse.application.request.RequestContext;
import io.gatehouse.application.request.RequestMetadata;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.rest.RestSettings;
import io.gatehouse.rest.parameter.ParameterReader;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Caller;
import io.gatehouse.rest.request.RequestOrigin;
import io.gatehouse.rest.request.ResponseFormat;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads parameters and metadata of a request, all except the identity of its sender. */
@Singleton
final class RequestReader {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final RestSettings settings;
    private final Ids ids;
    private final ResponseFormat newest;

    RequestReader(RestSettings settings, Ids ids) {
        this.settings = settings;
        this.ids = ids;
        this.newest = ResponseFormat.parse(settings.version()).orElseThrow();
    }

    /** From the query string for GET and HEAD, otherwise from the body. */
    Parameters parameters(RawRequest rawRequest) {
        return switch (rawRequest.method()) {
            case "GET", "HEAD" -> ParameterReader.query(rawRequest.query());
            default -> {
                var contentType = Objects.requireNonNullElse(rawRequest.header("Content-Type"), "");
                yield ParameterReader.body(contentType, RequestBody.read(rawRequest));
            }
        };
    }

    RequestContext context(RawRequest rawRequest, Project project, Caller caller, Parameters parameters) {
        var metadata = new RequestMetadata(
                rawRequest.id(), rawRequest.client(), userAgent(rawRequest, caller), actor(caller), null);
        return new RequestContext(project, locale(rawRequest, parameters), metadata);
    }

    private static Actor actor(Caller caller) {
        return switch (caller) {
            case Caller.Guest _ -> Actor.GUEST;
            case Caller.User _ -> Actor.USER;
            case Caller.Key key -> Actor.server(key.key().name(), key.key().name());
        };
    }

    /** Servers may forward the user agent of the client for which they act. */
    private static UserAgent userAgent(RawRequest rawRequest, Caller caller) {
        var forwarded = caller.isTrusted() ? rawRequest.header("X-Forwarded-User-Agent") : null;
        var agent = forwarded == null ? rawRequest.header("User-Agent") : forwarded;
        return UserAgent.of(
                CONTROL.matcher(Objects.requireNonNullElse(agent, "")).replaceAll(" "));
    }

    ApiCall call(RawRequest rawRequest, Caller caller, Parameters parameters, RequestContext context) {
        return new ApiCall(
                ids, caller, parameters, context, format(rawRequest), rawRequest.accept(), origin(rawRequest));
    }

    private Locale locale(RawRequest rawRequest, Parameters parameters) {
        var code = parameters.unvalidated("locale").orElse(rawRequest.header("X-Appwrite-Locale"));
        return Locales.of(code, settings.defaultLocale());
    }

    private ResponseFormat format(RawRequest rawRequest) {
        return ResponseFormat.parse(rawRequest.header("X-Appwrite-Response-Format"))
                .orElse(newest);
    }

    boolean expectsNewerFormat(RawRequest rawRequest) {
        return format(rawRequest).compareTo(newest) > 0;
    }

    private static RequestOrigin origin(RawRequest rawRequest) {
        var origin = rawRequest.header("Origin");
        return new RequestOrigin(
                rawRequest.secure(), rawRequest.host(), origin == null ? rawRequest.header("Referer") : origin);
    }
}
