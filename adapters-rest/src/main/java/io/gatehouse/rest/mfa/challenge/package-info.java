/** MFA challenges over HTTP. */
@NullMarked
package io.gatehouse.rest.mfa.challenge;

import org.jspecify.annotations.NullMarked;
