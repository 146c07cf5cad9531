package io.gatehouse.rest.mfa;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Responses that contain a secret and must not be stored by any cache (RFC 9111 §5.2.2.5). */
public final class NoStore {

    private NoStore() {}

    public static <T> ResponseBuilder<T> answer(T body) {
        return answer(Status.OK, body);
    }

    public static <T> ResponseBuilder<T> answer(Status status, T body) {
        return ResponseBuilder.create(status, body).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
