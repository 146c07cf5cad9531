package io.gatehouse.domain.account;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.StreamId;

/** A user of a project. */
public record AccountId(ProjectId project, String value) implements StreamId<Account, AccountCommand, AccountEvent> {

    @Override
    public String streamType() {
        return "account";
    }

    @Override
    public Account initialState() {
        return new Account.Absent();
    }
}
