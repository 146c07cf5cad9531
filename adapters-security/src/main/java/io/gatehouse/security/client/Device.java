package io.gatehouse.security.client;

import io.github.mngsk.devicedetector.Detection;
import java.util.Map;
import java.util.regex.Pattern;

/** The device that the client runs on. */
record Device(String name, String brand, String model) {

    private static final Device UNKNOWN = new Device("", "", "");

    /** Google devices newer than the rules (2021) state their name: {@code Android 13; Pixel 7 Pro Build/…}. */
    private static final Pattern PIXEL = Pattern.compile("Android [\\d.]+; (Pixel [^;)]+?)(?: Build/|[;)])");

    /** Without the suffix, which depends on the region: {@code SM-S918B} in Europe, {@code SM-S918U} in America. */
    private static final int MODEL_NUMBER_LENGTH = "SM-S918".length();

    private static final Map<String, String> GALAXIES = LookupTable.byKey("galaxies.txt");

    static Device of(String agent, Detection detected) {
        var device = detected.getDevice()
                .map(d -> new Device(
                        d.getType(),
                        d.getBrand().orElse(""),
                        productName(d.getModel().orElse(""))))
                .orElse(UNKNOWN);
        var pixel = PIXEL.matcher(agent);
        return device.brand().isEmpty() && pixel.find() ? device.pixel(pixel.group(1)) : device;
    }

    private static String productName(String model) {
        return GALAXIES.getOrDefault(model.substring(0, Math.min(MODEL_NUMBER_LENGTH, model.length())), model);
    }

    private Device pixel(String model) {
        return new Device(name.isEmpty() ? "smartphone" : name, "Google", model);
    }
}
