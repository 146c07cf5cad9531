/** Access to PostgreSQL, the event codec and the types of projections, shared by all packages of this module. */
@NullMarked
package io.gatehouse.persistence;

import org.jspecify.annotations.NullMarked;
