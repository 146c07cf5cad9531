package io.gatehouse.rest.session;

import io.gatehouse.application.session.IssueJwt;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;
import java.time.Duration;

/** How long a JWT shall be good for. */
record NewJwtBody(Duration duration) {

    /** Seconds, as the API documents; it allows 0 as well, which no server ever answered with a JWT. */
    private static final int SHORTEST = 1;

    private static final int LONGEST = 3_600;
    private static final int USUAL = 900;

    static NewJwtBody of(Parameters typed) {
        return new NewJwtBody(Duration.ofSeconds(typed.integer("duration", SHORTEST, LONGEST, USUAL)));
    }

    IssueJwt.Command toCommand(ApiCall apiCall) {
        return new IssueJwt.Command(apiCall.account().id(), apiCall.presentedSession(), duration);
    }
}
