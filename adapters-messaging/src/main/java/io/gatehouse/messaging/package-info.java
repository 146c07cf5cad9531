/** Outgoing communication: events and messages to Kafka, mails and SMS to users. */
@NullMarked
package io.gatehouse.messaging;

import org.jspecify.annotations.NullMarked;
