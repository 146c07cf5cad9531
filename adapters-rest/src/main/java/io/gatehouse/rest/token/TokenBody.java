package io.gatehouse.rest.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.application.password.RequestPasswordRecovery;
import io.gatehouse.application.token.IssuedToken;
import io.gatehouse.application.token.RedeemedToken;
import io.gatehouse.rest.request.ApiCall;
import io.gatehouse.rest.request.Dates;
import io.gatehouse.rest.request.EncodedSecret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token as returned to the client that requested it: the API's model {@code Token}, fields in its order.
 *
 * @param userId the owner, who may be another user than the requested one; empty if it must not be revealed
 * @param secret the secret that was sent; returned only when it is created, and only to servers; otherwise empty
 */
@Schema(name = "Token")
public record TokenBody(
        @JsonProperty("$id") String id,
        @JsonProperty("$createdAt") String createdAt,
        String userId,
        String secret,
        String expire,
        String phrase) {

    public static TokenBody of(IssuedToken token, ApiCall apiCall) {
        return of(token, token.account().value(), secret(token.secret().value(), apiCall));
    }

    /** A sign-in code for a phone; servers receive it encoded together with the user ID. */
    public static TokenBody ofPhone(IssuedToken token, ApiCall apiCall) {
        var owner = token.account().value();
        return of(token, owner, secret(new EncodedSecret(owner, token.secret()).encode(), apiCall));
    }

    public static TokenBody of(RequestPasswordRecovery.Requested requested, ApiCall apiCall) {
        return requested.concealsAccount() ? of(requested.token(), "", "") : of(requested.token(), apiCall);
    }

    public static TokenBody of(RedeemedToken token) {
        return new TokenBody(
                token.id().value(),
                Dates.text(token.createdAt()),
                token.account().value(),
                "",
                Dates.text(token.expiresAt()),
                "");
    }

    private static TokenBody of(IssuedToken token, String userId, String secret) {
        return new TokenBody(
                token.id().value(),
                Dates.text(token.createdAt()),
                userId,
                secret,
                Dates.text(token.expiresAt()),
                token.phrase());
    }

    private static String secret(String value, ApiCall apiCall) {
        return apiCall.caller().isTrusted() ? value : "";
    }
}
