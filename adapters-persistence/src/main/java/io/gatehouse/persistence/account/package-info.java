/** Accounts in PostgreSQL. */
@NullMarked
package io.gatehouse.persistence.account;

import org.jspecify.annotations.NullMarked;
