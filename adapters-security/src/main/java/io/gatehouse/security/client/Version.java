package io.gatehouse.security.client;

import java.util.regex.Pattern;

/** Versions as the API returns them: major and minor version only. */
final class Version {

    private static final Pattern MAJOR_MINOR = Pattern.compile("[^.]*(\\.[^.]+)?");

    private Version() {}

    static String shortened(String version) {
        var found = MAJOR_MINOR.matcher(version);
        return found.lookingAt() ? found.group() : "";
    }
}
