package io.gatehouse.messaging.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders in a text, written <code>{{name}}</code>. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(/?\\w+)}}");

    private Placeholders() {}

    /** Replaces the placeholders that have a value, and keeps the others. Values are not searched for placeholders. */
    public static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), match.group())));
    }
}
