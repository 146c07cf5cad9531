/** What happened, told to whoever listens on Kafka. */
@NullMarked
package io.gatehouse.messaging;

import org.jspecify.annotations.NullMarked;
