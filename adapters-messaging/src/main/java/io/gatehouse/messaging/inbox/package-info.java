/** The development inbox: shows in a browser what users would have received. */
@NullMarked
package io.gatehouse.messaging.inbox;

import org.jspecify.annotations.NullMarked;
