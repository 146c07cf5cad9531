/** Messages to users: composition, encryption, the delivery queue, and sending. */
@NullMarked
package io.gatehouse.application.message;

import org.jspecify.annotations.NullMarked;
