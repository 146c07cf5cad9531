/** Messaging targets of users in PostgreSQL. */
@NullMarked
package io.gatehouse.persistence.target;

import org.jspecify.annotations.NullMarked;
