package io.gatehouse.domain.mfa.authenticator;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.StreamId;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The half minute during which an authenticator app shows one code.
 *
 * @param number steps of 30 seconds since the epoch (RFC 6238)
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

    /** IDs contain no colon. */
    @Override
    public String value() {
        return authenticator.value() + ":" + number;
    }

    @Override
    public TotpStep initialState() {
        return new TotpStep.Unspent();
    }

    /** @param last the number of the last step wanted */
    public Stream<TotpStepId> nextSteps(long last) {
        return LongStream.rangeClosed(number + 1, last).mapToObj(later -> new TotpStepId(authenticator, later));
    }
}
