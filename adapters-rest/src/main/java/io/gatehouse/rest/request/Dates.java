package io.gatehouse.rest.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the API writes a moment: {@code 2024-02-29T12:30:00.000+00:00}, in UTC, and never with a Z. */
public final class Dates {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss][.SSSSSS][.SSS][XXX][X]]", Locale.ROOT);

    private Dates() {}

    /** @return empty for a moment that has not come */
    public static String text(@Nullable Instant moment) {
        return moment == null ? "" : FORMAT.format(moment);
    }

    /** Whether a caller means a date by this, with or without a time of day. */
    public static boolean isDate(String typed) {
        try {
            TYPED.parse(typed);
            return true;
        } catch (DateTimeParseException nonsense) {
            return false;
        }
    }
}
