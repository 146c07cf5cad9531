package io.gatehouse.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.domain.CustomId;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.rest.json.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** A session's secret on its way, in cookies and headers alike: Base64 of {@code {"id":"<user>","secret":"…"}}. */
public record EncodedSession(String userId, Secret secret) {

    /** Several times what we ever hand out. */
    private static final int LONGEST = 2_048;

    public String encode() {
        var json = JsonNodeFactory.instance.objectNode().put("id", userId).put("secret", secret.value());
        return Base64.getEncoder().encodeToString(json.toString().getBytes(UTF_8));
    }

    /** @return empty for anything we cannot have handed out */
    public static Optional<EncodedSession> decode(String encoded) {
        if (encoded.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var json = Json.READER.readTree(Base64.getDecoder().decode(encoded));
            var userId = CustomId.parse("id", json.path("id").asText());
            return Optional.of(
                    new EncodedSession(userId, new Secret(json.path("secret").asText())));
        } catch (IllegalArgumentException | IOException | RefusedException garbage) {
            return Optional.empty();
        }
    }
}
