/** Password hashing with Argon2id. */
@NullMarked
package io.gatehouse.security.password;

import org.jspecify.annotations.NullMarked;
