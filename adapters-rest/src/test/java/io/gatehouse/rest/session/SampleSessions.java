package io.gatehouse.rest.session;

import io.gatehouse.rest.RestFixtures;
import java.util.List;

/** Response bodies with sessions, for tests of other packages. */
public final class SampleSessions {

    private SampleSessions() {}

    public static Object one() {
        return SessionBody.of(RestFixtures.SESSION, RestFixtures.call(RestFixtures.alice()));
    }

    public static Object list() {
        return SessionListBody.of(List.of(RestFixtures.SESSION), RestFixtures.call(RestFixtures.alice()));
    }
}
