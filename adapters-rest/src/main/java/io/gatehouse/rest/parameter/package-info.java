/** The parameters of requests: reading them from JSON, forms and query strings, and validating them. */
@NullMarked
package io.gatehouse.rest.parameter;

import org.jspecify.annotations.NullMarked;
