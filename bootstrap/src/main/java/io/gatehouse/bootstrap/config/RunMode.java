package io.gatehouse.bootstrap.config;

/** What the process was started for. */
public enum RunMode {
    SERVE,
    REPLAY_CHECK;

    /** @return {@link #SERVE} unless the first argument is {@code replay-check} */
    public static RunMode of(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("replay-check") ? REPLAY_CHECK : SERVE;
    }

    /** Tells Quarkus, which reads system properties when it starts: only who answers requests opens a port. */
    public void exportToSystemProperties(Role role) {
        System.setProperty("gatehouse.command", name());
        System.setProperty("quarkus.http.host-enabled", String.valueOf(this == SERVE && role.answers()));
    }
}
