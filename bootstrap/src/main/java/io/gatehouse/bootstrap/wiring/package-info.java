/** Dependency injection: one class per capability constructs its use cases and adapters. */
@NullMarked
package io.gatehouse.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
