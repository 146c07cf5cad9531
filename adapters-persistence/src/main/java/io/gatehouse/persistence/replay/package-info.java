/** Checks that the projection tables equal a replay of the log. */
@NullMarked
package io.gatehouse.persistence.replay;

import org.jspecify.annotations.NullMarked;
