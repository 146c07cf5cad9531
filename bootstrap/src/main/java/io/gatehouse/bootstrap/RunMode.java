package io.gatehouse.bootstrap;

/** What the process was started for. */
enum RunMode {
    SERVE,
    REPLAY_CHECK;

    /** @return {@link #SERVE} unless the first argument is {@code replay-check} */
    static RunMode of(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("replay-check") ? REPLAY_CHECK : SERVE;
    }

    /** Tells Quarkus, which reads system properties when it starts: only who answers requests opens a port. */
    void exportToSystemProperties(Role role) {
        System.setProperty("gatehouse.command", name());
        System.setProperty("quarkus.http.host-enabled", String.valueOf(this == SERVE && role.answers()));
    }
}
