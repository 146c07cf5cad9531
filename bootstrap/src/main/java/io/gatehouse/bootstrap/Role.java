package io.gatehouse.bootstrap;

/** Which part of the work a process does. */
enum Role {
    /** Everything: the default, and enough for one node. */
    ALL,

    /** Answers requests, and passes messages on to workers. */
    API,

    /** Sends messages. */
    WORKER;

    boolean answers() {
        return this != WORKER;
    }

    boolean sends() {
        return this != API;
    }
}
