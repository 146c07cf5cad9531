/** Messages: composing them, keeping them until they are sent, and sending them. */
@NullMarked
package io.gatehouse.application.message;

import org.jspecify.annotations.NullMarked;
