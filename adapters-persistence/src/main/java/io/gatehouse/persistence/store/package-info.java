/** The event store; the only package that depends on Axon. */
@NullMarked
package io.gatehouse.persistence.store;

import org.jspecify.annotations.NullMarked;
