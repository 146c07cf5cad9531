package io.gatehouse.application.session;

import io.gatehouse.domain.account.AccountId;
import io.gatehouse.domain.session.Client;

/** The kinds of device that each user has signed in from: operating system, software, brand and model. */
public interface KnownDevices {

    /** Whether the user has signed in before, but never from this kind of device. False at the first sign-in. */
    boolean isNewTo(AccountId account, Client client);
}
