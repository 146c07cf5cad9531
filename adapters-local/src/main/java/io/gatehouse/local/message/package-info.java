/** Closing what messages have to say. */
@NullMarked
package io.gatehouse.local.message;

import org.jspecify.annotations.NullMarked;
