/** How everything in this module speaks to PostgreSQL. */
@NullMarked
package io.gatehouse.persistence;

import org.jspecify.annotations.NullMarked;
