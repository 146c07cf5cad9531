/** Sessions, session authentication and known devices in PostgreSQL. */
@NullMarked
package io.gatehouse.persistence.session;

import org.jspecify.annotations.NullMarked;
