package io.gatehouse.rest.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.application.session.OpenedSession;
import io.gatehouse.application.session.SessionView;
import io.gatehouse.domain.session.AuthenticationFactor;
import io.gatehouse.domain.session.Client;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Countries;
import io.gatehouse.rest.request.Dates;
import io.gatehouse.rest.request.EncodedSecret;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session as returned to its user: the API's model {@code Session}, fields in its order.
 *
 * @param secret the session secret; returned only when the session is created, and only to servers; otherwise empty
 */
@Schema(name = "Session")
public record SessionBody(
        @JsonProperty("$id") String id,
        @JsonProperty("$createdAt") String createdAt,
        @JsonProperty("$updatedAt") String updatedAt,
        String userId,
        String expire,
        String provider,
        String providerUid,
        String providerAccessToken,
        String providerAccessTokenExpiry,
        String providerRefreshToken,
        String ip,
        @JsonUnwrapped Client client,
        String countryCode,
        String countryName,
        boolean current,
        List<String> factors,
        String secret,
        String mfaUpdatedAt) {

    public static SessionBody of(OpenedSession opened, ApiCall apiCall) {
        var session = opened.session();
        var secret = apiCall.caller().isTrusted() ? new EncodedSecret(session.userId(), opened.secret()).encode() : "";
        return of(session, true, secret, apiCall);
    }

    public static SessionBody of(SessionView session, ApiCall apiCall) {
        return of(session, apiCall.isCurrent(session.id()), "", apiCall);
    }

    private static SessionBody of(SessionView session, boolean current, String secret, ApiCall apiCall) {
        return new SessionBody(
                session.id().value(),
                Dates.text(session.createdAt()),
                Dates.text(session.updatedAt()),
                session.userId(),
                Dates.text(session.expiresAt()),
                session.provider(),
                session.providerUid(),
                "",
                "",
                "",
                session.ip(),
                session.client(),
                session.countryCode(),
                Countries.name(session.countryCode(), apiCall.locale()),
                current,
                session.factors().stream().map(AuthenticationFactor::value).toList(),
                secret,
                Dates.text(session.mfaUpdatedAt()));
    }
}
