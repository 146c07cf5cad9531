/** The security log in PostgreSQL. */
@NullMarked
package io.gatehouse.persistence.log;

import org.jspecify.annotations.NullMarked;
