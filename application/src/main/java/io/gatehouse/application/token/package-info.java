/** Tokens: issuing secrets that are sent to users, and redeeming each of them once. */
@NullMarked
package io.gatehouse.application.token;

import org.jspecify.annotations.NullMarked;
