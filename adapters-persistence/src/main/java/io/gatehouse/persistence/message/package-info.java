/** Messages on their way, in PostgreSQL. */
@NullMarked
package io.gatehouse.persistence.message;

import org.jspecify.annotations.NullMarked;
