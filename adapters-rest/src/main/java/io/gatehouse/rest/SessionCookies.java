package io.gatehouse.rest;

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
 * What clients keep of their session. Always two cookies, since browsers either ignore {@code SameSite=None} or insist
 * on it, and a header beside them where cookies of another site get lost: SDKs keep that one themselves.
 */
public final class SessionCookies {

    public static final String FALLBACK = "X-Fallback-Cookies";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The reference server's word for nothing; the date is what makes browsers drop a cookie. */
    private static final String DELETED = "deleted";

    private static final Instant LONG_AGO = Instant.EPOCH.plusSeconds(1);

    private SessionCookies() {}

    public static String name(ProjectId project) {
        return "a_session_" + project.value();
    }

    public static String legacyName(ProjectId project) {
        return name(project) + "_legacy";
    }

    /** Has the client keep a session that just began. */
    public static <T> ResponseBuilder<T> keep(ResponseBuilder<T> answer, OpenedSession opened, Call call) {
        var session = opened.session();
        var value = new EncodedSecret(session.userId(), opened.secret()).encode();
        var kept = JsonNodeFactory.instance.objectNode();
        kept.put(name(call.project().id()), value);
        set(answer, URLEncoder.encode(value, UTF_8), session.expiresAt(), call);
        return fallback(answer, kept, call);
    }

    /** Has the client forget its session. */
    public static <T> ResponseBuilder<T> drop(ResponseBuilder<T> answer, Call call) {
        if (call.session() != null) {
            set(answer, DELETED, LONG_AGO, call);
        }
        return fallback(answer, JsonNodeFactory.instance.arrayNode(), call);
    }

    private static <T> ResponseBuilder<T> set(ResponseBuilder<T> answer, String value, Instant expires, Call call) {
        var project = call.project().id();
        var attributes = attributes(value, expires, call.site());
        return answer.header(HttpHeaders.SET_COOKIE, cookie(legacyName(project), attributes))
                .header(HttpHeaders.SET_COOKIE, cookie(name(project), attributes) + "; SameSite=None");
    }

    private static String cookie(String name, String attributes) {
        return name.toLowerCase(Locale.ROOT) + attributes;
    }

    private static String attributes(String value, Instant expires, Site site) {
        return "=" + value + "; expires=" + HTTP_DATE.format(expires) + "; path=/"
                + site.cookieDomain().map(domain -> "; domain=" + domain).orElse("")
                + (site.secure() ? "; secure" : "")
                + "; HttpOnly";
    }

    private static <T> ResponseBuilder<T> fallback(ResponseBuilder<T> answer, JsonNode value, Call call) {
        return call.site().isCrossSite() ? answer.header(FALLBACK, value.toString()) : answer;
    }
}
