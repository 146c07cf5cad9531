package io.gatehouse.rest.origin;

import org.jspecify.annotations.Nullable;

/** Ports in URLs. */
final class Port {

    private static final int HIGHEST = 65_535;

    private Port() {}

    /** @param digits at most nine; null or empty for the default of the scheme (RFC 3986, section 3.2.3) */
    static boolean exists(@Nullable String digits) {
        return digits == null || digits.isEmpty() || Integer.parseInt(digits) <= HIGHEST;
    }
}
