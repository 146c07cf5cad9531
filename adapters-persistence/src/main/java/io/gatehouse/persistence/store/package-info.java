/** The event store, and the only package that knows Axon. */
@NullMarked
package io.gatehouse.persistence.store;

import org.jspecify.annotations.NullMarked;
