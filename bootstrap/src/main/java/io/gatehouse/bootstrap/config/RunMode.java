package io.gatehouse.bootstrap.config;

/** What the process executes: the service, or a command. */
public enum RunMode {
    SERVE,
    REPLAY_CHECK;

    /** @return {@link #SERVE} unless the first argument is {@code replay-check} */
    public static RunMode of(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("replay-check") ? REPLAY_CHECK : SERVE;
    }

    /** Sets the system properties that Quarkus reads when it starts. Only a process that serves HTTP opens a port. */
    public void exportToSystemProperties(Role role) {
        System.setProperty("gatehouse.command", name());
        System.setProperty("quarkus.http.host-enabled", String.valueOf(this == SERVE && role.servesHttp()));
    }
}
