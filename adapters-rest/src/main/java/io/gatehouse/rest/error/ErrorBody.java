package io.gatehouse.rest.error;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The response body of every error.
 *
 * @param code equals the HTTP status
 * @param type one of the names of {@link ErrorType}
 * @param version the API version of the server
 */
@Schema(name = "Error")
public record ErrorBody(String message, int code, String type, String version) {}
