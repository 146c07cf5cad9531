/** Passwords over HTTP: changing and recovering them. */
@NullMarked
package io.gatehouse.rest.password;

import org.jspecify.annotations.NullMarked;
