/** Closing what messages have to say. */
@NullMarked
package io.gatehouse.security.message;

import org.jspecify.annotations.NullMarked;
