package io.gatehouse.messaging.mail;

import java.util.regex.Pattern;

/** Text that stays within a header's line: a break would begin a new header (RFC 5322, section 2.2). */
final class OneLine {

    /** Control characters, and Unicode's own ends of lines and paragraphs. */
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private OneLine() {}

    static String of(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
