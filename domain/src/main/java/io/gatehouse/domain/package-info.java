/** What the features of the domain share: events, streams, decisions, refusals, and values of no single feature. */
@NullMarked
package io.gatehouse.domain;

import org.jspecify.annotations.NullMarked;
