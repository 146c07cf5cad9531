/** Second factors and challenges in PostgreSQL. */
@NullMarked
package io.gatehouse.persistence.mfa;

import org.jspecify.annotations.NullMarked;
