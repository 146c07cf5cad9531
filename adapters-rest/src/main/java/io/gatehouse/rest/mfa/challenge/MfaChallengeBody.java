package io.gatehouse.rest.mfa.challenge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.application.mfa.challenge.IssuedChallenge;
import io.gatehouse.rest.request.Dates;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A challenge to be answered: the API's model {@code MfaChallenge}, fields in its order. */
@Schema(name = "MfaChallenge")
public record MfaChallengeBody(
        @JsonProperty("$id") String id,
        @JsonProperty("$createdAt") String createdAt,
        String userId,
        String expire) {

    public static MfaChallengeBody of(IssuedChallenge challenge) {
        return new MfaChallengeBody(
                challenge.id().value(),
                Dates.text(challenge.createdAt()),
                challenge.account().value(),
                Dates.text(challenge.expiresAt()));
    }
}
