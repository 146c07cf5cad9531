package io.gatehouse.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Pauses between retries of one activity. Logs when an outage begins and when it ends, but not each failed retry. */
public final class Backoff {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Logger log;
    private final String activity;
    private Duration pause = Duration.ZERO;

    /** @param activity that fails during an outage, as the subject of a log line: {@code Sending messages} */
    public Backoff(Logger log, String activity) {
        this.log = log;
        this.activity = activity;
    }

    /** @return how long to wait before the next retry: 0.5 s at first, then twice as long each time, at most 10 s */
    public Duration failed(RuntimeException failure) {
        if (pause.isZero()) {
            log.log(Level.WARNING, activity + " failed; retrying until it works", failure);
            pause = FIRST_PAUSE;
        } else if (pause.compareTo(LONGEST_PAUSE) < 0) {
            var doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
        return pause;
    }

    public void recovered() {
        if (!pause.isZero()) {
            log.log(Level.INFO, activity + " works again");
            pause = Duration.ZERO;
        }
    }
}
