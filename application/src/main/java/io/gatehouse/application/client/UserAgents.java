package io.gatehouse.application.client;

import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.session.Client;

/** Reads what a user agent says about itself. */
public interface UserAgents {

    /** @return {@link Client#UNKNOWN}, or parts of it, where nothing can be told. Never throws */
    Client describe(UserAgent agent);
}
