/** Labels of the metrics. */
@NullMarked
package io.gatehouse.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
