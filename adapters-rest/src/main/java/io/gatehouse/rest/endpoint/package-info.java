/** What an endpoint declares: scope, rate limits, step-up, parameters and route. */
@NullMarked
package io.gatehouse.rest.endpoint;

import org.jspecify.annotations.NullMarked;
