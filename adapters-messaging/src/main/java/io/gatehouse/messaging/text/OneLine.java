package io.gatehouse.messaging.text;

import java.util.regex.Pattern;

/**
 * Text that stays on its line. In a mail's head a break would begin a new header (RFC 5322, section 2.2); in its body a name
 * with breaks could pretend to be the rest of the letter.
 */
public final class OneLine {

    /** Control characters, and Unicode's own ends of lines and paragraphs. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private OneLine() {}

    public static String of(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
