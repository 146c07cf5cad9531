/** The inbox for development: what people would have received, to be read in a browser. */
@NullMarked
package io.gatehouse.messaging.inbox;

import org.jspecify.annotations.NullMarked;
