package io.gatehouse.security.client;

import io.github.mngsk.devicedetector.Detection;
import java.util.Map;
import java.util.regex.Pattern;

/** What the client runs on. */
record OperatingSystem(String code, String name, String version) {

    private static final OperatingSystem UNKNOWN = new OperatingSystem("", "", "");
    private static final Map<String, String> CODES = LookupTable.byMeaning("operating-systems.txt");

    /** The rules take Chrome's version for that of Chrome OS, which stands here: {@code CrOS x86_64 14541.0.0}. */
    private static final Pattern CHROME_OS = Pattern.compile("CrOS \\S+ ([\\d.]+)");

    static OperatingSystem of(String agent, Detection told) {
        return told.getOperatingSystem()
                .map(os -> of(agent, os.getName(), os.getVersion().orElse("")))
                .orElse(UNKNOWN);
    }

    private static OperatingSystem of(String agent, String told, String version) {
        var name = name(agent, told);
        var chromeOs = CHROME_OS.matcher(agent);
        return new OperatingSystem(
                CODES.getOrDefault(name, ""), name, Version.shortened(chromeOs.find() ? chromeOs.group(1) : version));
    }

    /** What has been named anew since the rules were written. */
    private static String name(String agent, String told) {
        return switch (told) {
            case "iOS" -> agent.contains("iPad") ? "iPadOS" : told;
            case "Apple TV" -> "tvOS";
            default -> told;
        };
    }
}
