package io.gatehouse.bootstrap;

/** The operator has something to mend before this may run. */
final class InvalidConfigurationException extends RuntimeException {

    InvalidConfigurationException(String whatToDo) {
        super(whatToDo, null, false, false);
    }
}
