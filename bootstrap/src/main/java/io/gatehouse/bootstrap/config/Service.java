package io.gatehouse.bootstrap.config;

import java.util.Map;

/** An interface that projects can disable as a whole. */
public enum Service {
    ACCOUNT("account"),
    REST("rest");

    private final String value;

    Service(String value) {
        this.value = value;
    }

    /** The name in configuration. */
    String value() {
        return value;
    }

    /** @param switches by name; a service that is not in it is enabled */
    public boolean isOn(Map<String, Boolean> switches) {
        return switches.getOrDefault(value, true);
    }
}
