/** Messages: what we write to people, by mail and by SMS. */
@NullMarked
package io.gatehouse.domain.message;

import org.jspecify.annotations.NullMarked;
