/** Accounts over HTTP: creating, reading, changing, blocking and deleting them. */
@NullMarked
package io.gatehouse.rest.account;

import org.jspecify.annotations.NullMarked;
