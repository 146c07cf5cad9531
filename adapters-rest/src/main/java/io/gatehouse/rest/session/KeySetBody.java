package io.gatehouse.rest.session;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.gatehouse.application.session.Jwts;
import io.gatehouse.domain.ProjectId;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The keys that verify a project's JWTs, as a JSON Web Key Set (RFC 7517). */
@Schema(name = "KeySet")
record KeySetBody(@JsonValue @JsonRawValue String keys) {

    /** Any cache may store it for five minutes (300 s), per project and, because of the CORS header, per origin. */
    static RestResponse<KeySetBody> answer(Jwts jwts, ProjectId project) {
        return ResponseBuilder.ok(new KeySetBody(jwts.publicKeys(project)))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header(HttpHeaders.VARY, "Origin, X-Appwrite-Project")
                .build();
    }
}
