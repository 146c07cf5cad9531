package io.gatehouse.bootstrap;

import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The entry point, which refuses a JVM that is too old. Compiled for Java 17, the oldest version that can run Quarkus; on
 * such a JVM, loading any other class of the application fails with an exception that says nothing to most people.
 */
@QuarkusMain
public final class Launcher {

    private static final int OLDEST_JAVA = 25;

    private Launcher() {}

    public static void main(String... arguments) {
        int version = Runtime.version().feature();
        if (version < OLDEST_JAVA) {
            System.err.println("Gatehouse does not start: it needs Java " + OLDEST_JAVA + " or later, and this is Java "
                    + version + "; set JAVA_HOME or PATH to a newer one");
            System.exit(2);
        }
        Gatehouse.main(arguments);
    }
}
