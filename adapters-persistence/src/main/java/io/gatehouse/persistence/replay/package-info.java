/** Rebuilding the views from the log, and proving that they come out the same. */
@NullMarked
package io.gatehouse.persistence.replay;

import org.jspecify.annotations.NullMarked;
