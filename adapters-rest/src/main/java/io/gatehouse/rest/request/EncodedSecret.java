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
 * A secret together with whose it is, Base64 of {@code {"id":"<user>","secret":"…"}}: so a session's travels in cookies and
 * headers, and so servers are told the code that was sent to a phone.
 */
public record EncodedSecret(String userId, Secret secret) {

    /** Several times what we ever hand out. */
    private static final int LONGEST = 2_048;

    public String encode() {
        var json = JsonNodeFactory.instance.objectNode().put("id", userId).put("secret", secret.value());
        return Base64.getEncoder().encodeToString(json.toString().getBytes(UTF_8));
    }

    /** @return empty for anything we cannot have handed out */
    public static Optional<EncodedSecret> decode(String encoded) {
        if (encoded.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var json = Json.READER.readTree(Base64.getDecoder().decode(encoded));
            var userId = ClientChosenId.parse("id", json.path("id").asText());
            return Optional.of(
                    new EncodedSecret(userId, new Secret(json.path("secret").asText())));
        } catch (IllegalArgumentException | IOException | RefusedException garbage) {
            return Optional.empty();
        }
    }
}
