package io.gatehouse.rest.token;

/** A token as it is answered, for those who only pass it on. */
public final class SampleToken {

    private SampleToken() {}

    public static Object one() {
        return new TokenBody("t1", "", "alice", "", "", "Golden fox");
    }
}
