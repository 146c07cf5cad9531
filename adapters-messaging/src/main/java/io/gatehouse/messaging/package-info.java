/** What leaves the house: events and messages to Kafka, mail and SMS to people. */
@NullMarked
package io.gatehouse.messaging;

import org.jspecify.annotations.NullMarked;
