package io.gatehouse.rest.request;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of the API whose answers a client expects. */
public record ResponseFormat(int major, int minor, int patch) implements Comparable<ResponseFormat> {

    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(?:[-+].*)?");

    private static final Comparator<ResponseFormat> BY_AGE = Comparator.comparingInt(ResponseFormat::major)
            .thenComparingInt(ResponseFormat::minor)
            .thenComparingInt(ResponseFormat::patch);

    /** @return empty if there is no version, or none that makes sense */
    public static Optional<ResponseFormat> parse(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(VERSION::matcher)
                .filter(version -> version.matches())
                .map(version -> new ResponseFormat(
                        Integer.parseInt(version.group(1)),
                        Integer.parseInt(version.group(2)),
                        Integer.parseInt(version.group(3))));
    }

    @Override
    public int compareTo(ResponseFormat other) {
        return BY_AGE.compare(this, other);
    }
}
