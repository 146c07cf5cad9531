/** SMS: texts, and delivery by a provider. */
@NullMarked
package io.gatehouse.messaging.sms;

import org.jspecify.annotations.NullMarked;
