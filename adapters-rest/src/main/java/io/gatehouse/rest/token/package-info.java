/** The response model of tokens, which several features share. */
@NullMarked
package io.gatehouse.rest.token;

import org.jspecify.annotations.NullMarked;
