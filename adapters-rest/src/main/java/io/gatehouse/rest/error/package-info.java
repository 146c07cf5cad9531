/** The error types and the error body of the API, and the one place where a refusal becomes HTTP. */
@NullMarked
package io.gatehouse.rest.error;

import org.jspecify.annotations.NullMarked;
