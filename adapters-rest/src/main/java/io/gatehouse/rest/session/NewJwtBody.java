package io.gatehouse.rest.session;

import io.gatehouse.application.session.IssueJwt;
import io.gatehouse.rest.parameter.Parameters;
import io.gatehouse.rest.request.ApiCall;
import java.time.Duration;

/** The validity of a new JWT. */
record NewJwtBody(Duration duration) {

    /** Seconds, as the API documents, except that it also allows 0, for which no server ever returned a JWT. */
    private static final int MIN_SECONDS = 1;

    private static final int MAX_SECONDS = 3_600;
    private static final int DEFAULT = 900;

    static NewJwtBody of(Parameters parameters) {
        return new NewJwtBody(Duration.ofSeconds(parameters.integer("duration", MIN_SECONDS, MAX_SECONDS, DEFAULT)));
    }

    IssueJwt.Command toCommand(ApiCall apiCall) {
        return new IssueJwt.Command(apiCall.account().id(), apiCall.presentedSession(), duration);
    }
}
