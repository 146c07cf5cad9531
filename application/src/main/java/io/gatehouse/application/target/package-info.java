/** Use cases of push targets. */
@NullMarked
package io.gatehouse.application.target;

import org.jspecify.annotations.NullMarked;
