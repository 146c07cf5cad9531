/** Encryption of the content of messages. */
@NullMarked
package io.gatehouse.security.message;

import org.jspecify.annotations.NullMarked;
