/** One API request as its resource sees it: caller, project, parameters, origin, response format. */
@NullMarked
package io.gatehouse.rest.request;

import org.jspecify.annotations.NullMarked;
