package io.gatehouse.rest.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The API's date format: {@code 2024-02-29T12:30:00.000+00:00}, always in UTC, without {@code Z}. */
public final class Dates {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter INPUT_FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd[['T'][' ']HH:mm[:ss][.SSSSSS][.SSS][XXX][X]]", Locale.ROOT);

    private Dates() {}

    /** @param moment null if it has not happened; written as an empty text */
    public static String text(@Nullable Instant moment) {
        return moment == null ? "" : FORMAT.format(moment);
    }

    /** Whether a text from a request is a date, with or without a time of day. */
    public static boolean isDate(String input) {
        try {
            INPUT_FORMAT.parse(input);
            return true;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }
}
