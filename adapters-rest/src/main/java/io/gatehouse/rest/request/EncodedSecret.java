package io.gatehouse.rest.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.domain.ClientChosenId;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.json.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/**
 * A user ID and a secret, as Base64 of {@code {"id":"<user>","secret":"…"}}: the form of session secrets in cookies
 * and headers, and of sign-in codes for phones in responses to servers.
 */
public record EncodedSecret(String userId, Secret secret) {

    /** Characters; several times the length of what the service issues. */
    private static final int MAX_LENGTH = 2_048;

    public String encode() {
        var json = JsonNodeFactory.instance.objectNode().put("id", userId).put("secret", secret.value());
        return Base64.getEncoder().encodeToString(json.toString().getBytes(UTF_8));
    }

    /** @return empty if the service cannot have issued it */
    public static Optional<EncodedSecret> decode(String encoded) {
        if (encoded.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var json = Json.READER.readTree(Base64.getDecoder().decode(encoded));
            var userId = ClientChosenId.parse("id", json.path("id").asText());
            return Optional.of(
                    new EncodedSecret(userId, new Secret(json.path("secret").asText())));
        } catch (IllegalArgumentException | IOException | RefusedException malformed) {
            return Optional.empty();
        }
    }
}
