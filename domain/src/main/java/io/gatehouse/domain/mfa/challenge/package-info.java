/** MFA challenges: one request to prove a factor, answered in the session that created it. */
@NullMarked
package io.gatehouse.domain.mfa.challenge;

import org.jspecify.annotations.NullMarked;
