/** The security log over HTTP. */
@NullMarked
package io.gatehouse.rest.log;

import org.jspecify.annotations.NullMarked;
