package io.gatehouse.domain.mfa.recoverycodes;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.StreamId;

/** One set of recovery codes, generated together. A user has at most one at a time. */
public record RecoveryCodesId(ProjectId project, String value)
        implements StreamId<RecoveryCodes, RecoveryCodesCommand, RecoveryCodesEvent> {

    @Override
    public String streamType() {
        return "recovery-codes";
    }

    @Override
    public RecoveryCodes initialState() {
        return new RecoveryCodes.Absent();
    }
}
