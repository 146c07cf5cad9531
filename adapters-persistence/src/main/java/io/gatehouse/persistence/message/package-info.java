/** The delivery queue for messages, in PostgreSQL. */
@NullMarked
package io.gatehouse.persistence.message;

import org.jspecify.annotations.NullMarked;
