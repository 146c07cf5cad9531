/** Enqueues requested messages for delivery, and sends due ones. */
@NullMarked
package io.gatehouse.messaging.worker;

import org.jspecify.annotations.NullMarked;
