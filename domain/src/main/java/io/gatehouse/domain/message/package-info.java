/** Messages to users by e-mail and SMS. */
@NullMarked
package io.gatehouse.domain.message;

import org.jspecify.annotations.NullMarked;
