package io.gatehouse.bootstrap;

/** The operator has something to mend before this may run. */
final class UnfitConfigurationException extends RuntimeException {

    UnfitConfigurationException(String whatToDo) {
        super(whatToDo, null, false, false);
    }
}
