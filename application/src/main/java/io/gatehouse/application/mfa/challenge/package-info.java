/** Use cases of MFA challenges. */
@NullMarked
package io.gatehouse.application.mfa.challenge;

import org.jspecify.annotations.NullMarked;
