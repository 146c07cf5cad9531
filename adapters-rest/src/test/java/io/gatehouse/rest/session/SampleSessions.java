package io.gatehouse.rest.session;

import io.gatehouse.rest.Sample;
import java.util.List;

/** Sessions as they are answered, for those who only pass them on. */
public final class SampleSessions {

    private SampleSessions() {}

    public static Object one() {
        return SessionBody.of(Sample.SESSION, Sample.call(Sample.alice()));
    }

    public static Object list() {
        return SessionListBody.of(List.of(Sample.SESSION), Sample.call(Sample.alice()));
    }
}
