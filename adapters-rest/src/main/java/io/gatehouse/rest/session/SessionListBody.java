package io.gatehouse.rest.session;

import io.gatehouse.application.session.SessionView;
import io.gatehouse.rest.request.ApiCall;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All sessions of a user. */
@Schema(name = "SessionList")
record SessionListBody(int total, List<SessionBody> sessions) {

    static SessionListBody of(List<SessionView> sessions, ApiCall apiCall) {
        var bodies = sessions.stream()
                .map(session -> SessionBody.of(session, apiCall))
                .toList();
        return new SessionListBody(bodies.size(), bodies);
    }
}
