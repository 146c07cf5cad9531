/** Mail servers, SMS providers, message templates and Kafka, as configured. */
@NullMarked
package io.gatehouse.bootstrap.messaging;

import org.jspecify.annotations.NullMarked;
