/** Tokens: sending secrets to where only one person reads, and accepting them back once. */
@NullMarked
package io.gatehouse.application.token;

import org.jspecify.annotations.NullMarked;
