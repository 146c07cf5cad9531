package io.gatehouse.rest.request;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The API version whose response format a client expects. */
public record ResponseFormat(int major, int minor, int patch) implements Comparable<ResponseFormat> {

    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(?:[-+].*)?");

    private static final Comparator<ResponseFormat> BY_VERSION = Comparator.comparingInt(ResponseFormat::major)
            .thenComparingInt(ResponseFormat::minor)
            .thenComparingInt(ResponseFormat::patch);

    /** @return empty if the text is null or not a version */
    public static Optional<ResponseFormat> parse(@Nullable String input) {
        return Optional.ofNullable(input)
                .map(VERSION::matcher)
                .filter(version -> version.matches())
                .map(version -> new ResponseFormat(
                        Integer.parseInt(version.group(1)),
                        Integer.parseInt(version.group(2)),
                        Integer.parseInt(version.group(3))));
    }

    @Override
    public int compareTo(ResponseFormat other) {
        return BY_VERSION.compare(this, other);
    }
}
