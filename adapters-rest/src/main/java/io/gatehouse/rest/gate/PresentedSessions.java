package io.gatehouse.rest.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gatehouse.application.session.SessionAuthentication.ClaimedSession;
import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.AccountId;
import io.gatehouse.rest.json.Json;
import io.gatehouse.rest.request.EncodedSecret;
import io.gatehouse.rest.request.SessionCookies;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The session secrets of a request, in the order in which they count. There may be several: browsers send the cookies of
 * parent domains, too, and keep those of sessions that have ended. Values that cannot be decoded are skipped.
 *
 * @param direct from cookies and {@code X-Appwrite-Session}
 * @param fallback from {@code X-Fallback-Cookies}, in which web SDKs send it where browsers block cookies
 */
record PresentedSessions(List<EncodedSecret> direct, List<EncodedSecret> fallback) {

    /** Twice as many as one client can have: two cookies of two domains each, and both headers. */
    private static final int MOST = 12;

    static PresentedSessions of(RawRequest rawRequest, ProjectId project) {
        var cookies = new Cookies(rawRequest.headers().getAll("Cookie"));
        var direct = Stream.of(
                        cookies.all(SessionCookies.name(project)).flatMap(PresentedSessions::decodeCookie),
                        cookies.all(SessionCookies.legacyName(project)).flatMap(PresentedSessions::decodeCookie),
                        rawRequest.headers().getAll("X-Appwrite-Session").stream()
                                .flatMap(PresentedSessions::decode))
                .flatMap(secrets -> secrets);
        var fallback = rawRequest.headers().getAll(SessionCookies.FALLBACK).stream()
                .flatMap(json -> entry(json, SessionCookies.name(project)).stream())
                .flatMap(PresentedSessions::decode);
        return new PresentedSessions(few(direct), few(fallback));
    }

    /** Those from cookies and headers, then those from the fallback header. */
    List<ClaimedSession> secrets(ProjectId project) {
        return Stream.concat(direct.stream(), fallback.stream())
                .map(session -> new ClaimedSession(
                        new AccountId(project, session.userId()),
                        session.secret().digest()))
                .distinct()
                .toList();
    }

    private static List<EncodedSecret> few(Stream<EncodedSecret> secrets) {
        return secrets.distinct().limit(MOST).toList();
    }

    private static Stream<EncodedSecret> decode(String value) {
        return EncodedSecret.decode(value).stream();
    }

    private static Stream<EncodedSecret> decodeCookie(String value) {
        try {
            return decode(URLDecoder.decode(value, UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Stream.empty();
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
