/** A request as its resource receives it: caller, project, parameters, origin, response format. */
@NullMarked
package io.gatehouse.rest.request;

import org.jspecify.annotations.NullMarked;
