/** Sessions in PostgreSQL, and who presents them. */
@NullMarked
package io.gatehouse.persistence.session;

import org.jspecify.annotations.NullMarked;
