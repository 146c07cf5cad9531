package io.gatehouse.application;

import io.gatehouse.domain.Refusal;
import io.gatehouse.domain.RefusedException;
import java.util.Optional;

/** Turns the exception of a refused request into a value to compare. */
public final class Refusals {

    private Refusals() {}

    /** @return empty if the work was not refused */
    public static Optional<Refusal> refusalOf(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused.refusal());
        }
    }
}
