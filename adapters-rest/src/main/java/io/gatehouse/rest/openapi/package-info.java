/** The OpenAPI description, generated from the endpoints. */
@NullMarked
package io.gatehouse.rest.openapi;

import org.jspecify.annotations.NullMarked;
