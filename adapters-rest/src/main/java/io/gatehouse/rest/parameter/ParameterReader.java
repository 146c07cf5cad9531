package io.gatehouse.rest.parameter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.rest.json.VerbatimJson;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads parameters from bodies and query strings. Unreadable input yields no parameters, as in the API. */
public final class ParameterReader {

    private ParameterReader() {}

    /** @param contentType the header; empty if there is none, which is treated as a form */
    public static Parameters body(String contentType, byte[] body) {
        try {
            return switch (mediaType(contentType)) {
                case "application/json" -> json(body);
                case "multipart/form-data" -> Multipart.parse(contentType, body);
                default -> Form.parse(new String(body, StandardCharsets.ISO_8859_1));
            };
        } catch (IOException unreadable) {
            return none();
        }
    }

    /** @param query the query string without the question mark; null if there is none */
    public static Parameters query(@Nullable String query) {
        try {
            return query == null ? none() : Form.parse(query);
        } catch (CharacterCodingException unreadable) {
            return none();
        }
    }

    public static Parameters none() {
        return new Parameters(JsonNodeFactory.instance.objectNode());
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** JSON is exchanged in UTF-8 (RFC 8259 §8.1); given bytes, the parser would also detect other encodings. */
    private static Parameters json(byte[] body) throws IOException {
        return VerbatimJson.read(Form.utf8(body)) instanceof ObjectNode object ? new Parameters(object) : none();
    }
}
