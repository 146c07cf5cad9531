package io.gatehouse.bootstrap;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Prints a line when a step of the start begins, with the seconds since the process started. */
final class StartProgress {

    private final Instant began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    private final boolean enabled;

    /** @param enabled false in production, where all output is log lines */
    StartProgress(boolean enabled) {
        this.enabled = enabled;
    }

    void step(String description) {
        if (enabled) {
            var seconds = Duration.between(began, Instant.now()).toSeconds();
            System.out.printf(Locale.ROOT, "[%3d s] %s%n", seconds, description);
        }
    }
}
