package io.gatehouse.messaging.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gaps in a text, written <code>{{name}}</code>. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(/?\\w+)}}");

    private Placeholders() {}

    /** Fills the gaps whose value is known and leaves the others as they are. A value is not searched for gaps again. */
    public static String fill(String text, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(values.getOrDefault(gap.group(1), gap.group())));
    }
}
