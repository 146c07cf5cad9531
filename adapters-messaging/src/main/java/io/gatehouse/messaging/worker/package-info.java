/** Messages from the log into deliveries, and from there to the carriers. */
@NullMarked
package io.gatehouse.messaging.worker;

import org.jspecify.annotations.NullMarked;
