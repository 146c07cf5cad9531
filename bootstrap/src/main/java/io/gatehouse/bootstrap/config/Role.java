package io.gatehouse.bootstrap.config;

/** Which part of the work a process does. */
public enum Role {
    /** Everything: the default, and enough for one node. */
    ALL,

    /** Answers requests, and passes messages on to workers. */
    API,

    /** Sends messages. */
    WORKER;

    public boolean answers() {
        return this != WORKER;
    }

    public boolean sends() {
        return this != API;
    }
}
