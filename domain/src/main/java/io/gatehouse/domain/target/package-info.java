/** Targets: where messages to a user can go. */
@NullMarked
package io.gatehouse.domain.target;

import org.jspecify.annotations.NullMarked;
