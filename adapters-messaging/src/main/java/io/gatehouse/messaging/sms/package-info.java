/** SMS: what they say, and their way to a provider. */
@NullMarked
package io.gatehouse.messaging.sms;

import org.jspecify.annotations.NullMarked;
