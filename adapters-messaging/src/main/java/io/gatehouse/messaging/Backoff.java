package io.gatehouse.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Trouble with something we depend on: told once when it begins and once when it is over, however often we try. */
public final class Backoff {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Logger log;
    private final String what;
    private Duration pause = Duration.ZERO;

    /** @param what cannot be done meanwhile, as the subject of a sentence: {@code Sending messages} */
    public Backoff(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    /** @return how long to wait before trying again: half a second at first, twice as long each time, at most ten */
    public Duration failed(RuntimeException failure) {
        if (pause.isZero()) {
            log.log(Level.WARNING, what + " does not work at the moment; it is tried again until it does", failure);
            pause = FIRST_PAUSE;
        } else if (pause.compareTo(LONGEST_PAUSE) < 0) {
            var doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
        return pause;
    }

    public void recovered() {
        if (!pause.isZero()) {
            log.log(Level.INFO, what + " works again");
            pause = Duration.ZERO;
        }
    }
}
