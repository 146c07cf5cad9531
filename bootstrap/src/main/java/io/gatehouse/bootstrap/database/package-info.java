/** Access to PostgreSQL, embedded or configured, and the data folder. */
@NullMarked
package io.gatehouse.bootstrap.database;

import org.jspecify.annotations.NullMarked;
