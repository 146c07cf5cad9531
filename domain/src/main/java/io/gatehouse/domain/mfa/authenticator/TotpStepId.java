package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.StreamId;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One time step of an authenticator app: 30 seconds, with one code.
 *
 * @param number the number of 30-second steps since the Unix epoch (RFC 6238)
 */
public record TotpStepId(AuthenticatorId authenticator, long number)
        implements StreamId<TotpStep, TotpStepCommand, TotpStepEvent> {

    @Override
    public ProjectId project() {
        return authenticator.project();
    }

    @Override
    public String streamType() {
        return "totp-step";
    }

    /** Unambiguous, since IDs contain no colon. */
    @Override
    public String value() {
        return authenticator.value() + ":" + number;
    }

    @Override
    public TotpStep initialState() {
        return new TotpStep.Unspent();
    }

    /** @param last the number of the last step, inclusive */
    public Stream<TotpStepId> nextSteps(long last) {
        return LongStream.rangeClosed(number + 1, last).mapToObj(later -> new TotpStepId(authenticator, later));
    }
}
