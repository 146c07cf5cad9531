/** Conversion of responses for clients that request an older format. */
@NullMarked
package io.gatehouse.rest.format;

import org.jspecify.annotations.NullMarked;
