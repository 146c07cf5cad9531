package io.gatehouse.rest.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.domain.RefusedException;
import io.gatehouse.domain.TextRules;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sent along, by name, whether as JSON, as a form or in the query string.
 *
 * <p>Nothing is judged before it is asked for, and the first thing wrong is the only one reported: endpoints ask in the
 * order the API documents. An optional parameter that is {@code null} or {@code ""} counts as absent.
 */
public final class Parameters {

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

    private final ObjectNode values;

    Parameters(ObjectNode values) {
        this.values = values;
    }

    /** Judges a text and names the parameter if it says no: {@code EmailAddress::parse}. */
    @FunctionalInterface
    public interface Parser<T> {
        T parse(String name, String typed);
    }

    /** @throws RefusedException with {@code InvalidArgument}, as all that judge here */
    public <T> T required(String name, Parser<T> parser) {
        return parser.parse(name, text(name, given(name)));
    }

    /** The same for a parameter that older SDKs call otherwise: the older name counts where the newer one is absent. */
    public <T> T required(String name, String olderName, Parser<T> parser) {
        return required(has(name) || !has(olderName) ? name : olderName, parser);
    }

    /** @return null if there is none */
    public <T> @Nullable T optional(String name, Parser<T> parser) {
        return has(name) ? parser.parse(name, text(name, given(name))) : null;
    }

    /** {@code true} or {@code false} in JSON, and nothing else. */
    public boolean flag(String name, boolean otherwise) {
        return has(name) ? flag(name) : otherwise;
    }

    /** The same where it has to be given. */
    public boolean flag(String name) {
        if (!given(name).isBoolean()) {
            throw TextRules.invalid(name, "must be a boolean");
        }
        return given(name).booleanValue();
    }

    /** Says yes and no the way query strings do: {@code true}, {@code false}, {@code 1} and {@code 0}. */
    public boolean queryFlag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        return switch (spelled(given(name))) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw TextRules.invalid(name, "must be a boolean");
        };
    }

    /** A whole number, or text that spells one. */
    public int integer(String name, int least, int otherwise) {
        return has(name) ? integer(name, given(name), least) : otherwise;
    }

    /** The same with an upper bound. */
    public int integer(String name, int least, int most, int otherwise) {
        var number = integer(name, least, otherwise);
        if (number > most) {
            throw TextRules.invalid(name, "must be a whole number from " + least + " to " + most);
        }
        return number;
    }

    static int integer(String name, JsonNode value, int least) {
        var spelled = spelled(value);
        if (!INTEGER.matcher(spelled).matches() || Integer.parseInt(spelled) < least) {
            throw TextRules.invalid(name, "must be a whole number of at least " + least);
        }
        return Integer.parseInt(spelled);
    }

    /**
     * One JSON object as text: keys in the order they came, numbers as they were typed. An empty list passes for an
     * empty object, since that is how PHP spells it.
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

    /** A list of texts, empty if there is none. */
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

    /** A parameter before anybody judged it: text as it is, all else as JSON. Empty if it is absent or empty. */
    public Optional<String> unvalidated(String name) {
        return Optional.ofNullable(values.get(name)).map(Parameters::spelled).filter(text -> !text.isEmpty());
    }

    private JsonNode given(String name) {
        var value = values.get(name);
        if (value == null || value.isNull()) {
            throw TextRules.invalid(name, "must be given");
        }
        return value;
    }

    private static String spelled(JsonNode value) {
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
