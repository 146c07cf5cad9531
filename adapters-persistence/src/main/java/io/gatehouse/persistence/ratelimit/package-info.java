/** Rate-limit counters in PostgreSQL, shared by all nodes. */
@NullMarked
package io.gatehouse.persistence.ratelimit;

import org.jspecify.annotations.NullMarked;
