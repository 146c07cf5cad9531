/** Accounts over HTTP: sign up, look at oneself, change one's name, preferences and status. */
@NullMarked
package io.gatehouse.rest.account;

import org.jspecify.annotations.NullMarked;
