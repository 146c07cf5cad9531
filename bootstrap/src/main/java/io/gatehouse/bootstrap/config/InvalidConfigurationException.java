package io.gatehouse.bootstrap.config;

/** The operator has something to mend before this may run. */
public final class InvalidConfigurationException extends RuntimeException {

    public InvalidConfigurationException(String whatToDo) {
        super(whatToDo, null, false, false);
    }
}
