package io.gatehouse.security.client;

import io.github.mngsk.devicedetector.Detection;
import java.util.Map;
import java.util.regex.Pattern;

/** The thing in front of somebody. */
record Device(String name, String brand, String model) {

    private static final Device UNKNOWN = new Device("", "", "");

    /** Google's devices since the rules of 2021 say their names: {@code Android 13; Pixel 7 Pro Build/…}. */
    private static final Pattern PIXEL = Pattern.compile("Android [\\d.]+; (Pixel [^;)]+?)(?: Build/|[;)])");

    /** What follows differs by region: {@code SM-S918B} is sold in Europe, {@code SM-S918U} in America. */
    private static final int MODEL_NUMBER = "SM-S918".length();

    private static final Map<String, String> GALAXIES = LookupTable.byWord("galaxies.txt");

    static Device of(String agent, Detection told) {
        var device = told.getDevice()
                .map(d -> new Device(
                        d.getType(), d.getBrand().orElse(""), sold(d.getModel().orElse(""))))
                .orElse(UNKNOWN);
        var pixel = PIXEL.matcher(agent);
        return device.brand().isEmpty() && pixel.find() ? device.pixel(pixel.group(1)) : device;
    }

    private static String sold(String model) {
        return GALAXIES.getOrDefault(model.substring(0, Math.min(MODEL_NUMBER, model.length())), model);
    }

    private Device pixel(String model) {
        return new Device(name.isEmpty() ? "smartphone" : name, "Google", model);
    }
}
