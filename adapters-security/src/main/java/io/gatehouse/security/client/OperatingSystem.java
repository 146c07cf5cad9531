package io.gatehouse.security.client;

import io.github.mngsk.devicedetector.Detection;
import java.util.Map;
import java.util.regex.Pattern;

/** The operating system that the client runs on. */
record OperatingSystem(String code, String name, String version) {

    private static final OperatingSystem UNKNOWN = new OperatingSystem("", "", "");
    private static final Map<String, String> CODES = LookupTable.byValue("operating-systems.txt");

    /** The detection rules return Chrome's version instead of that of Chrome OS: {@code CrOS x86_64 14541.0.0}. */
    private static final Pattern CHROME_OS = Pattern.compile("CrOS \\S+ ([\\d.]+)");

    static OperatingSystem of(String agent, Detection detected) {
        return detected.getOperatingSystem()
                .map(os -> of(agent, os.getName(), os.getVersion().orElse("")))
                .orElse(UNKNOWN);
    }

    private static OperatingSystem of(String agent, String detected, String version) {
        var name = name(agent, detected);
        var chromeOs = CHROME_OS.matcher(agent);
        return new OperatingSystem(
                CODES.getOrDefault(name, ""), name, Version.shortened(chromeOs.find() ? chromeOs.group(1) : version));
    }

    /** Some operating systems were renamed after the detection rules were written. */
    private static String name(String agent, String detected) {
        return switch (detected) {
            case "iOS" -> agent.contains("iPad") ? "iPadOS" : detected;
            case "Apple TV" -> "tvOS";
            default -> detected;
        };
    }
}
