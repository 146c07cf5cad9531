package io.gatehouse.domain;

/** The value of the User-Agent header, cut to 512 characters. */
public record UserAgent(String value) implements PersonalData {

    /** The value for an absent or empty header. */
    public static final UserAgent UNKNOWN = new UserAgent("UNKNOWN");

    /** Characters. Longer values are cut: no browser sends as much, and the log is kept forever. */
    private static final int MAX_LENGTH = 512;

    public static UserAgent of(String header) {
        if (header.isEmpty()) {
            return UNKNOWN;
        }
        var length = Math.min(MAX_LENGTH, header.codePointCount(0, header.length()));
        return new UserAgent(header.substring(0, header.offsetByCodePoints(0, length)));
    }
}
