package io.gatehouse.rest.parameter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.domain.Refusal.InvalidQuery;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import io.gatehouse.rest.json.Json;
import java.util.regex.Pattern;

/** A list query: {@code {"method":"limit","values":[10]}} or, in SDKs before 1.5, {@code limit(10)}. */
record PageQuery(String method, int number) {

    private static final Pattern CALL = Pattern.compile("\\s*(\\w+)\\s*\\((.*)\\)\\s*", Pattern.DOTALL);

    static PageQuery parse(String text) {
        return text.startsWith("{") ? json(text) : call(text);
    }

    private static PageQuery json(String text) {
        try {
            var query = Json.READER.readTree(text);
            var values = query.path("values");
            return of(query.path("method").asText(), values.size() == 1 ? values.path(0) : values);
        } catch (JsonProcessingException unreadable) {
            throw TextRules.invalid("queries", "must be JSON objects such as {\"method\":\"limit\",\"values\":[10]}");
        }
    }

    private static PageQuery call(String text) {
        var call = CALL.matcher(text);
        if (!call.matches()) {
            throw new RefusedException(new InvalidQuery(text));
        }
        return of(call.group(1), TextNode.valueOf(call.group(2).strip()));
    }

    private static PageQuery of(String method, JsonNode value) {
        return switch (method) {
            case "limit" -> new PageQuery(method, Parameters.integer("queries", value, 1));
            case "offset" -> new PageQuery(method, Parameters.integer("queries", value, 0));
            default -> throw TextRules.invalid("queries", "must be limit or offset");
        };
    }
}
