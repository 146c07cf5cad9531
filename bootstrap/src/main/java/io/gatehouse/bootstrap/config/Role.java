package io.gatehouse.bootstrap.config;

/** Which tasks a process performs. */
public enum Role {
    /** Serves HTTP and delivers messages. The default. */
    ALL,

    /** Serves HTTP and queues messages for workers. */
    API,

    /** Delivers queued messages. */
    WORKER;

    public boolean servesHttp() {
        return this != WORKER;
    }

    public boolean deliversMessages() {
        return this != API;
    }
}
