/** Accounts over HTTP: sign up, look at oneself, change what there is to change, leave. */
@NullMarked
package io.gatehouse.rest.account;

import org.jspecify.annotations.NullMarked;
