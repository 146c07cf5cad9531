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
 * A token as whoever asked for it gets it: the API's model {@code Token}, fields in its order.
 *
 * @param userId whose it is, which may be somebody else than was asked for; empty if that may not be told
 * @param secret what was sent; told to servers, once, when it is created
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

    /** A code to sign in with by phone, which servers get together with whose it is. */
    public static TokenBody ofPhone(IssuedToken token, ApiCall apiCall) {
        var owner = token.account().value();
        return of(token, owner, secret(new EncodedSecret(owner, token.secret()).encode(), apiCall));
    }

    public static TokenBody of(RequestPasswordRecovery.Requested requested, ApiCall apiCall) {
        return requested.discreet() ? of(requested.token(), "", "") : of(requested.token(), apiCall);
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
