package io.gatehouse.rest.gate;

import io.gatehouse.application.Project;
import io.gatehouse.application.RequestMetadata;
import io.gatehouse.domain.UserAgent;
import io.gatehouse.rest.Call;
import io.gatehouse.rest.Caller;
import io.gatehouse.rest.ResponseFormat;
import io.gatehouse.rest.RestSettings;
import io.gatehouse.rest.Site;
import io.gatehouse.rest.parameter.ParameterReader;
import io.gatehouse.rest.parameter.Parameters;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Makes sense of what a request says, apart from who sent it. */
@Singleton
final class RequestReader {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final RestSettings settings;
    private final ResponseFormat newest;
    private final ClientAddress address;

    RequestReader(RestSettings settings) {
        this.settings = settings;
        this.newest = ResponseFormat.parse(settings.version()).orElseThrow();
        this.address = new ClientAddress(settings.trustedProxyHeaders());
    }

    /** From the query string for those who ask, from the body for those who change something. */
    Parameters parameters(Request request) {
        return switch (request.method()) {
            case "GET", "HEAD" -> ParameterReader.query(request.query());
            default -> {
                var contentType = Objects.requireNonNullElse(request.header("Content-Type"), "");
                yield ParameterReader.body(contentType, RequestBody.read(request));
            }
        };
    }

    RequestMetadata occasion(Request request, Caller caller) {
        return new RequestMetadata(request.id(), address.of(request), userAgent(request, caller), null);
    }

    /** Servers may pass on the user agent of whom they act for. */
    private static UserAgent userAgent(Request request, Caller caller) {
        var forwarded = caller.isTrusted() ? request.header("X-Forwarded-User-Agent") : null;
        var agent = forwarded == null ? request.header("User-Agent") : forwarded;
        return UserAgent.of(
                CONTROL.matcher(Objects.requireNonNullElse(agent, "")).replaceAll(" "));
    }

    Call call(Request request, Project project, Caller caller, Parameters parameters, RequestMetadata metadata) {
        var locale = locale(request, parameters);
        return new Call(
                project, caller, parameters, metadata, locale, format(request), request.accept(), site(request));
    }

    private Locale locale(Request request, Parameters parameters) {
        var code = parameters.raw("locale").orElse(request.header("X-Appwrite-Locale"));
        return Locales.of(code, settings.defaultLocale());
    }

    private ResponseFormat format(Request request) {
        return ResponseFormat.parse(request.header("X-Appwrite-Response-Format"))
                .orElse(newest);
    }

    boolean expectsMoreThanWeKnow(Request request) {
        return format(request).compareTo(newest) > 0;
    }

    private static Site site(Request request) {
        var origin = request.header("Origin");
        return new Site(request.secure(), request.host(), origin == null ? request.header("Referer") : origin);
    }
}
