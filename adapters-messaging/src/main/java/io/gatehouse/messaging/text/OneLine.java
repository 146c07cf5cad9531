package io.gatehouse.messaging.text;

import java.util.regex.Pattern;

/**
 * Text without line breaks. In the head of a mail, a line break would begin a new header (RFC 5322, section 2.2); in
 * its body, a name with line breaks could imitate the rest of the mail.
 */
public final class OneLine {

    /** Control characters, and Unicode's line and paragraph separators. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private OneLine() {}

    public static String of(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
