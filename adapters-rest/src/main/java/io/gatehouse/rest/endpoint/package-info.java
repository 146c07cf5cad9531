/** What an endpoint declares: scope, limits, step-up, parameters, and its place among routes. */
@NullMarked
package io.gatehouse.rest.endpoint;

import org.jspecify.annotations.NullMarked;
