package io.gatehouse.bootstrap.config;

/** Invalid configuration; the message says what to fix. */
public final class InvalidConfigurationException extends RuntimeException {

    public InvalidConfigurationException(String message) {
        super(message, null, false, false);
    }
}
