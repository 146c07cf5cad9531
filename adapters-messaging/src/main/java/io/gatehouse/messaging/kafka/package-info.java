/** Events and messages, out to Kafka and, for messages, back in. */
@NullMarked
package io.gatehouse.messaging.kafka;

import org.jspecify.annotations.NullMarked;
