package io.gatehouse.application.account;

import io.gatehouse.domain.ProjectId;
import io.gatehouse.domain.account.PhoneNumber;

/** Finds numbers of users that were stored as they had been sent, before numbers were normalised. */
public final class StoredPhoneNumbers {

    private final AccountDirectory directory;

    public StoredPhoneNumbers(AccountDirectory directory) {
        this.directory = directory;
    }

    /** @return the number as it was sent if a user is stored with that spelling, otherwise normalised */
    public PhoneNumber spelling(ProjectId project, PhoneInput input) {
        return input.number().equals(input.asSent())
                        || directory.find(project, input.asSent()).isEmpty()
                ? input.number()
                : input.asSent();
    }
}
