package io.gatehouse.messaging.text;

import static java.util.stream.Collectors.joining;

import io.gatehouse.application.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a text may name: what its message brought along, and what follows from that. */
public final class TemplateVariables {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter YEAR =
            DateTimeFormatter.ofPattern("uuuu").withZone(ZoneOffset.UTC);

    /** How variables spell what nobody knows. */
    private static final String UNKNOWN = "UNKNOWN";

    private TemplateVariables() {}

    /** @param variables of the message, none of which is changed, except that blanks are called unknown and names stay on
     *     one line */
    public static Map<String, String> of(Message message, Map<String, String> variables, Language language) {
        var values = new HashMap<>(variables);
        values.put("project", message.request().projectName());
        values.computeIfPresent("user", (_, name) -> OneLine.of(name));
        values.put("team", "");
        values.put("direction", language.direction());
        values.put("client", client(values, language));
        values.computeIfPresent("device", (_, device) -> known(device, language));
        values.computeIfPresent("country", (_, country) -> known(country, language));
        putDuration(values, language);
        putDate(values, signedInAt(message, values), language);
        return values;
    }

    private static void putDuration(Map<String, String> values, Language language) {
        var minutes = values.get("validMinutes");
        if (minutes != null) {
            values.put("duration", language.duration(Duration.ofMinutes(Long.parseLong(minutes))));
        }
    }

    private static void putDate(Map<String, String> values, Instant instant, Language language) {
        values.put("day", language.day(instant));
        values.put("date", language.dayOfYear(instant));
        values.put("year", YEAR.format(instant));
        values.put("time", TIME.format(instant));
    }

    private static Instant signedInAt(Message message, Map<String, String> values) {
        var told = values.get("signedInAt");
        return told == null ? message.request().at() : Instant.parse(told);
    }

    private static String client(Map<String, String> values, Language language) {
        var parts = Stream.of("agentClient", "agentOs", "agentDevice")
                .map(name -> values.getOrDefault(name, ""))
                .filter(TemplateVariables::isKnown)
                .collect(joining(", "));
        return known(parts, language);
    }

    private static String known(String told, Language language) {
        return isKnown(told) ? told : language.say("unknown", Map.of());
    }

    private static boolean isKnown(String told) {
        return !told.isBlank() && !told.equals(UNKNOWN);
    }
}
