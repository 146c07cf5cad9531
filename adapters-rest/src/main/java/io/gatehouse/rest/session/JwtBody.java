package io.gatehouse.rest.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param jwt a compact JWS (RFC 7515) */
@Schema(name = "Jwt")
record JwtBody(String jwt) {}
