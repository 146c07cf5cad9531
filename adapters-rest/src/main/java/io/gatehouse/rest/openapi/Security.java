package io.gatehouse.rest.openapi;

import io.gatehouse.rest.request.Scope;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** How callers show who they are. */
final class Security {

    private static final String PROJECT = "Project";
    private static final String SESSION = "Session";
    private static final String JWT = "JWT";
    private static final String KEY = "Key";

    private Security() {}

    static Map<String, SecurityScheme> schemes() {
        return Map.of(
                PROJECT, header("X-Appwrite-Project", "The project the request is for."),
                SESSION, header("X-Appwrite-Session", "A session's secret, unless it comes as a cookie."),
                JWT, header("X-Appwrite-JWT", "A JWT that stands for a session."),
                KEY, header("X-Appwrite-Key", "A server's key, with scopes of its own."));
    }

    /** Each of them would do. */
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
