/** Kafka: publishes events and messages, and enqueues messages for delivery. */
@NullMarked
package io.gatehouse.messaging.kafka;

import org.jspecify.annotations.NullMarked;
