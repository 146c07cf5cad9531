/** Passwords, hashed with Argon2id on a few threads of their own. */
@NullMarked
package io.gatehouse.security.password;

import org.jspecify.annotations.NullMarked;
