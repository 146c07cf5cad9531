package io.gatehouse.rest.openapi;

import io.gatehouse.rest.request.Scope;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Describes how callers authenticate. */
final class Security {

    private static final String PROJECT = "Project";
    private static final String SESSION = "Session";
    private static final String JWT = "JWT";
    private static final String KEY = "Key";

    private Security() {}

    static Map<String, SecurityScheme> schemes() {
        return Map.of(
                PROJECT, header("X-Appwrite-Project", "The project ID."),
                SESSION, header("X-Appwrite-Session", "The secret of a session, unless it is sent as a cookie."),
                JWT, header("X-Appwrite-JWT", "A JWT that was issued for a session."),
                KEY, header("X-Appwrite-Key", "The API key of a server, with its own scopes."));
    }

    /** The alternatives, each of which suffices. */
    static List<SecurityRequirement> of(Scope scope) {
        return switch (scope) {
            case ACCOUNT, TARGETS_WRITE ->
                List.of(project().addScheme(SESSION), project().addScheme(JWT));
            case SESSIONS_WRITE -> List.of(project(), project().addScheme(KEY));
            case PUBLIC, ANYONE -> List.of(project());
            case NONE -> List.of();
        };
    }

    private static SecurityRequirement project() {
        return OASFactory.createSecurityRequirement().addScheme(PROJECT);
    }

    private static SecurityScheme header(String name, String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name(name)
                .description(description);
    }
}
