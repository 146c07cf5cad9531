package io.gatehouse.application.session;

import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.Client;

/** Remembers from what kinds of device each user has signed in: by system, software, brand and model. */
public interface KnownDevices {

    /** Whether a user who has signed in before has never done so from such a device. */
    boolean isNewTo(AccountId account, Client client);
}
