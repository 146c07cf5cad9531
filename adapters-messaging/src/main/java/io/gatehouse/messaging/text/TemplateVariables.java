package io.gatehouse.messaging.text;

import static java.util.stream.Collectors.joining;

import io.gatehouse.application.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The variables that a text may contain: those of its message, and those derived from them. */
public final class TemplateVariables {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter YEAR =
            DateTimeFormatter.ofPattern("uuuu", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What a message has for a client, operating system or device that was not recognised. */
    private static final String UNKNOWN = "UNKNOWN";

    private TemplateVariables() {}

    /**
     * @param variables of the message. They are kept as they are, except that line breaks in the user's name are
     *     removed, and an unknown device or country is replaced by the language's word for unknown
     */
    public static Map<String, String> of(Message message, Map<String, String> variables, Language language) {
        var values = new HashMap<>(variables);
        values.put("project", message.request().projectName());
        values.computeIfPresent("user", (_, name) -> OneLine.of(name));
        values.put("team", "");
        values.put("direction", language.direction());
        values.put("client", client(values, language));
        values.computeIfPresent("device", (_, device) -> orUnknown(device, language));
        values.computeIfPresent("country", (_, country) -> orUnknown(country, language));
        putDuration(values, language);
        putDate(values, eventTime(message, values), language);
        return values;
    }

    private static void putDuration(Map<String, String> values, Language language) {
        var minutes = values.get("validMinutes");
        if (minutes != null) {
            values.put("duration", language.duration(Duration.ofMinutes(Long.parseLong(minutes))));
        }
    }

    private static void putDate(Map<String, String> values, Instant instant, Language language) {
        values.put("day", language.fullDate(instant));
        values.put("date", language.dayAndMonth(instant));
        values.put("year", YEAR.format(instant));
        values.put("time", TIME.format(instant));
    }

    private static Instant eventTime(Message message, Map<String, String> values) {
        var signedInAt = values.get("signedInAt");
        return signedInAt == null ? message.request().at() : Instant.parse(signedInAt);
    }

    private static String client(Map<String, String> values, Language language) {
        var parts = Stream.of("agentClient", "agentOs", "agentDevice")
                .map(name -> values.getOrDefault(name, ""))
                .filter(TemplateVariables::isKnown)
                .collect(joining(", "));
        return orUnknown(parts, language);
    }

    private static String orUnknown(String value, Language language) {
        return isKnown(value) ? value : language.text("unknown", Map.of());
    }

    private static boolean isKnown(String value) {
        return !value.isBlank() && !value.equals(UNKNOWN);
    }
}
