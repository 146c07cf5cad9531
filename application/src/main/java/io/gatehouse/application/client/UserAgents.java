package io.gatehouse.application.client;

import io.gatehouse.domain.UserAgent;
import io.gatehouse.domain.session.Client;

/** Parses user-agent headers. */
public interface UserAgents {

    /** @return the software and device; unrecognised parts are empty, as in {@link Client#UNKNOWN}. Never throws */
    Client describe(UserAgent agent);
}
