package io.gatehouse.rest.session;

import io.gatehouse.rest.RestFixtures;
import java.util.List;

/** Sessions as they are answered, for those who only pass them on. */
public final class SampleSessions {

    private SampleSessions() {}

    public static Object one() {
        return SessionBody.of(RestFixtures.SESSION, RestFixtures.call(RestFixtures.alice()));
    }

    public static Object list() {
        return SessionListBody.of(List.of(RestFixtures.SESSION), RestFixtures.call(RestFixtures.alice()));
    }
}
