/** Tokens: secrets that can be redeemed once, sent to the e-mail address or phone of a user. */
@NullMarked
package io.gatehouse.domain.token;

import org.jspecify.annotations.NullMarked;
