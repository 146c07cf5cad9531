/** Dependency injection: one class per capability that constructs its parts. */
@NullMarked
package io.gatehouse.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
