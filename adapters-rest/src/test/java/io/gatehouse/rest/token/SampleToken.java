package io.gatehouse.rest.token;

/** A response body with a token, for tests of other packages. */
public final class SampleToken {

    private SampleToken() {}

    public static Object one() {
        return new TokenBody("t1", "", "alice", "", "", "Golden fox");
    }
}
