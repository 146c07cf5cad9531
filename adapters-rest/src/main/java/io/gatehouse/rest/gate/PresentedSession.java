package io.gatehouse.rest.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.request.EncodedSecret;
import io.gatehouse.rest.request.SessionCookies;
import java.net.URLDecoder;
import java.util.Optional;

/** Finds the session secret of a request. Values that cannot be decoded are skipped. */
final class PresentedSession {

    private PresentedSession() {}

    /** From one of the two cookies, otherwise from {@code X-Appwrite-Session}, for clients without cookies. */
    static Optional<EncodedSecret> fromCookieOrHeader(RawRequest rawRequest, ProjectId project) {
        var cookies = new Cookies(rawRequest.headers().getAll("Cookie"));
        return cookies.find(SessionCookies.name(project))
                .flatMap(PresentedSession::decodeCookie)
                .or(() -> cookies.find(SessionCookies.legacyName(project)).flatMap(PresentedSession::decodeCookie))
                .or(() -> Optional.ofNullable(rawRequest.header("X-Appwrite-Session"))
                        .flatMap(EncodedSecret::decode));
    }

    /** From {@code X-Fallback-Cookies}, in which web SDKs send it where browsers block cookies. */
    static Optional<EncodedSecret> fromFallbackHeader(RawRequest rawRequest, ProjectId project) {
        return Optional.ofNullable(rawRequest.header(SessionCookies.FALLBACK))
                .flatMap(json -> entry(json, SessionCookies.name(project)))
                .flatMap(EncodedSecret::decode);
    }

    private static Optional<EncodedSecret> decodeCookie(String value) {
        try {
            return EncodedSecret.decode(URLDecoder.decode(value, UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> entry(String json, String name) {
        try {
            return Optional.ofNullable(Json.READER.readTree(json).path(name).textValue());
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }
}
