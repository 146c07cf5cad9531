/** Ports shared by several features: the event store, ID and secret sources, and rate limits. */
@NullMarked
package io.gatehouse.application;

import org.jspecify.annotations.NullMarked;
