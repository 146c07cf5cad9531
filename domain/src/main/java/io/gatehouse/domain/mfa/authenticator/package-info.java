/** Authenticator apps and the time steps of their codes. */
@NullMarked
package io.gatehouse.domain.mfa.authenticator;

import org.jspecify.annotations.NullMarked;
