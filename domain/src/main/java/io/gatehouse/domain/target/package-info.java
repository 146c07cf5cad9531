/** Targets: the e-mail addresses, phone numbers and devices to which messages to a user can be sent. */
@NullMarked
package io.gatehouse.domain.target;

import org.jspecify.annotations.NullMarked;
