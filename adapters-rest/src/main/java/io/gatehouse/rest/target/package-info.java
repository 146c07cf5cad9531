/** Push targets over HTTP: registering devices, updating their tokens, deleting them. */
@NullMarked
package io.gatehouse.rest.target;

import org.jspecify.annotations.NullMarked;
