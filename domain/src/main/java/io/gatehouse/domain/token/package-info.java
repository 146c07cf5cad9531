/** Tokens: secrets that work once, sent to where only one person reads. */
@NullMarked
package io.gatehouse.domain.token;

import org.jspecify.annotations.NullMarked;
