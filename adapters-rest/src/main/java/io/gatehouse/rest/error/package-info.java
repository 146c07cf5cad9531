/** The error envelope, and the one place where a refusal becomes HTTP. */
@NullMarked
package io.gatehouse.rest.error;

import org.jspecify.annotations.NullMarked;
