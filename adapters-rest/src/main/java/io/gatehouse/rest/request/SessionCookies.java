package io.gatehouse.rest.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.domain.ProjectId;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Sends session secrets to clients: in two cookies, since browsers either ignore {@code SameSite=None} or require it,
 * and for cross-site requests, whose cookies browsers may block, also in a header that SDKs store themselves.
 */
public final class SessionCookies {

    public static final String FALLBACK = "X-Fallback-Cookies";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The value that Appwrite sends; browsers delete the cookie because it has expired. */
    private static final String DELETED = "deleted";

    private static final Instant LONG_AGO = Instant.EPOCH.plusSeconds(1);

    private SessionCookies() {}

    public static String name(ProjectId project) {
        return "a_session_" + project.value();
    }

    public static String legacyName(ProjectId project) {
        return name(project) + "_legacy";
    }

    /** Has the client store a new session. */
    public static <T> ResponseBuilder<T> keep(ResponseBuilder<T> answer, OpenedSession opened, ApiCall apiCall) {
        var session = opened.session();
        var value = new EncodedSecret(session.userId(), opened.secret()).encode();
        var kept = JsonNodeFactory.instance.objectNode();
        kept.put(name(apiCall.project().id()), value);
        set(answer, URLEncoder.encode(value, UTF_8), session.expiresAt(), apiCall);
        return fallback(answer, kept, apiCall);
    }

    /** Has the client delete its session. */
    public static <T> ResponseBuilder<T> drop(ResponseBuilder<T> answer, ApiCall apiCall) {
        if (apiCall.presentedSession() != null) {
            set(answer, DELETED, LONG_AGO, apiCall);
        }
        return fallback(answer, JsonNodeFactory.instance.arrayNode(), apiCall);
    }

    private static <T> ResponseBuilder<T> set(
            ResponseBuilder<T> answer, String value, Instant expires, ApiCall apiCall) {
        var project = apiCall.project().id();
        var attributes = attributes(value, expires, apiCall.origin());
        return answer.header(HttpHeaders.SET_COOKIE, cookie(legacyName(project), attributes))
                .header(HttpHeaders.SET_COOKIE, cookie(name(project), attributes) + "; SameSite=None");
    }

    private static String cookie(String name, String attributes) {
        return name.toLowerCase(Locale.ROOT) + attributes;
    }

    private static String attributes(String value, Instant expires, RequestOrigin requestOrigin) {
        return "=" + value + "; expires=" + HTTP_DATE.format(expires) + "; path=/"
                + requestOrigin
                        .cookieDomain()
                        .map(domain -> "; domain=" + domain)
                        .orElse("")
                + (requestOrigin.secure() ? "; secure" : "")
                + "; HttpOnly";
    }

    private static <T> ResponseBuilder<T> fallback(ResponseBuilder<T> answer, JsonNode value, ApiCall apiCall) {
        return apiCall.origin().isCrossSite() ? answer.header(FALLBACK, value.toString()) : answer;
    }
}
