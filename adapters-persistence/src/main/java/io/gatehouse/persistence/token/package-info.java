/** Tokens in PostgreSQL. */
@NullMarked
package io.gatehouse.persistence.token;

import org.jspecify.annotations.NullMarked;
