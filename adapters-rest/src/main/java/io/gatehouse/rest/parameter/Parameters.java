package io.gatehouse.rest.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.Secret;
import io.gatehouse.domain.TextRules;
import io.gatehouse.domain.TypedCode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request by name, from JSON, a form or the query string.
 *
 * <p>A parameter is validated when it is read, and only the first error is reported: endpoints read them in the order
 * that the API documents. An optional parameter that is {@code null} or {@code ""} counts as absent.
 */
public final class Parameters {

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

    private final ObjectNode values;

    Parameters(ObjectNode values) {
        this.values = values;
    }

    /** Validates a text; the refusal states the name of the parameter. For example {@code EmailAddress::parse}. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse(String name, String input);
    }

    /** @throws RefusedException with {@code InvalidArgument}, as all methods that validate */
    public <T> T required(String name, Parser<T> parser) {
        return parser.parse(name, text(name, given(name)));
    }

    /**
     * Reads a parameter that can be a code: some clients send a code as a JSON number, which has lost its leading zeros.
     *
     * @see TypedCode#ofNumber
     */
    public Secret requiredCode(String name) {
        var value = given(name);
        var number = value.isTextual() ? Optional.<String>empty() : TypedCode.ofNumber(value.toString());
        return PresentedSecret.parse(name, number.orElseGet(() -> text(name, value)));
    }

    /** Reads a parameter that has another name in older SDKs; the older name is used if the newer one is absent. */
    public <T> T required(String name, String olderName, Parser<T> parser) {
        return required(has(name) || !has(olderName) ? name : olderName, parser);
    }

    /** @return null if it is absent */
    public <T> @Nullable T optional(String name, Parser<T> parser) {
        return has(name) ? parser.parse(name, text(name, given(name))) : null;
    }

    /** A JSON boolean; strings and numbers are refused. */
    public boolean flag(String name, boolean defaultValue) {
        return has(name) ? flag(name) : defaultValue;
    }

    /** A required JSON boolean. */
    public boolean flag(String name) {
        if (!given(name).isBoolean()) {
            throw TextRules.invalid(name, "must be a boolean");
        }
        return given(name).booleanValue();
    }

    /** A boolean in the notation of query strings: {@code true}, {@code false}, {@code 1} or {@code 0}. */
    public boolean queryFlag(String name, boolean defaultValue) {
        if (!has(name)) {
            return defaultValue;
        }
        return switch (asText(given(name))) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw TextRules.invalid(name, "must be a boolean");
        };
    }

    /** An integer of at least {@code least}, as a number or as text. */
    public int integer(String name, int least, int defaultValue) {
        return has(name) ? integer(name, given(name), least) : defaultValue;
    }

    /** An integer between both bounds, inclusive. */
    public int integer(String name, int least, int most, int defaultValue) {
        var number = integer(name, least, defaultValue);
        if (number > most) {
            throw TextRules.invalid(name, "must be a whole number from " + least + " to " + most);
        }
        return number;
    }

    static int integer(String name, JsonNode value, int least) {
        var text = asText(value);
        if (!INTEGER.matcher(text).matches() || Integer.parseInt(text) < least) {
            throw TextRules.invalid(name, "must be a whole number of at least " + least);
        }
        return Integer.parseInt(text);
    }

    /**
     * A JSON object as text: keys in the order and numbers in the notation in which they were sent. An empty list is
     * read as an empty object, since PHP writes it that way.
     */
    public String object(String name) {
        var value = given(name);
        if (value.isArray() && value.isEmpty()) {
            return "{}";
        }
        if (!value.isObject()) {
            throw TextRules.invalid(name, "must be a JSON object");
        }
        return TextRules.requireStorable(name, value.toString());
    }

    /** A list of texts; empty if it is absent. */
    public Stream<String> texts(String name) {
        if (!has(name)) {
            return Stream.empty();
        }
        if (!given(name).isArray()) {
            throw TextRules.invalid(name, "must be a list");
        }
        return given(name).valueStream().map(value -> text(name, value));
    }

    public boolean has(String name) {
        var value = values.get(name);
        return value != null
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isEmpty());
    }

    /** A parameter without validation: text unchanged, other values as JSON. Empty if it is absent or empty. */
    public Optional<String> unvalidated(String name) {
        return Optional.ofNullable(values.get(name)).map(Parameters::asText).filter(text -> !text.isEmpty());
    }

    private JsonNode given(String name) {
        var value = values.get(name);
        if (value == null || value.isNull()) {
            throw TextRules.invalid(name, "must be given");
        }
        return value;
    }

    private static String asText(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual()) {
            throw TextRules.invalid(name, "must be a string");
        }
        if (value.textValue().isEmpty()) {
            throw TextRules.invalid(name, "must not be empty");
        }
        return value.textValue();
    }
}
