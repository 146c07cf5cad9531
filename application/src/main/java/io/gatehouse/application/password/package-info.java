/** Passwords: changing them, recovering them, and the checks before an account decides. */
@NullMarked
package io.gatehouse.application.password;

import org.jspecify.annotations.NullMarked;
