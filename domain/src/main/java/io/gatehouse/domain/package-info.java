/** What every feature's decisions share: events, streams, refusals, and the few values that belong to no one feature. */
@NullMarked
package io.gatehouse.domain;

import org.jspecify.annotations.NullMarked;
