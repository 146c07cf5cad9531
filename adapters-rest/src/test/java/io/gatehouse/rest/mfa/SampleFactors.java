package io.gatehouse.rest.mfa;

import io.gatehouse.application.mfa.UsableFactors;

/** Factors as they are answered, for those who only pass them on. */
public final class SampleFactors {

    private SampleFactors() {}

    public static Object all() {
        return MfaFactorsBody.of(new UsableFactors(true, true, true, true));
    }
}
