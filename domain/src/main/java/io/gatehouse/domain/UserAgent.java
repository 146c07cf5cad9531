package io.gatehouse.domain;

/** The caller's software in its own words. */
public record UserAgent(String value) implements PersonalData {

    /** What stands for an absent header. */
    public static final UserAgent UNKNOWN = new UserAgent("UNKNOWN");

    /** Characters. Longer ones are cut: no browser sends as much, and the log is for ever. */
    private static final int LONGEST = 512;

    public static UserAgent of(String header) {
        if (header.isEmpty()) {
            return UNKNOWN;
        }
        var length = Math.min(LONGEST, header.codePointCount(0, header.length()));
        return new UserAgent(header.substring(0, header.offsetByCodePoints(0, length)));
    }
}
