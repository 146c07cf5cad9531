package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.UsableFactors;

/** A response body with factors, for tests of other packages. */
public final class SampleFactors {

    private SampleFactors() {}

    public static Object all() {
        return MfaFactorsBody.of(new UsableFactors(true, true, true, true));
    }
}
